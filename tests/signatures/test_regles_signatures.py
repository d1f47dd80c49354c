"""SAS-FIC-05, the signature rules and the politique, on facts built by hand."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from fabrique import bon_avance, fichier, pv_mes

from segur_payment.dossier import (
    Certificat,
    Couverture,
    ExamenSignature,
    Indication,
    Modification,
    NatureSignature,
    Partie,
    PvMiseEnService,
    Signature,
    SignatureNumerique,
    TypePiece,
)
from segur_payment.erreurs import ErreurPolitique
from segur_payment.verdict import Constat, Politique, Verdict, verifier

CERTIFICAT = Certificat(
    sujet="CN=Jeanne Martin, O=Agence du Numérique en Santé", emetteur="CN=AC", sha256="0" * 64,
    organisation="Agence du Numérique en Santé", personne="Jeanne Martin",
    debut=dt.datetime(2024, 1, 1, tzinfo=dt.UTC), fin=dt.datetime(2027, 1, 1, tzinfo=dt.UTC),
)  # fmt: skip
BON = ExamenSignature(
    champ="ANS", verificateur="essai", integre=True, valide=True, confiance=True,
    indication=Indication.TOTAL_PASSED, certificat=CERTIFICAT, revocation_controlee=True,
    couverture=Couverture.FICHIER_ENTIER, modification=Modification.AUCUNE,
    modification_admise=True,
)  # fmt: skip


def _numerique(**faits: Any) -> SignatureNumerique:
    couverture = faits.pop("couverture", Couverture.FICHIER_ENTIER)
    return SignatureNumerique(champ="ANS", couverture=couverture, **faits)


def _examinee(**faits: Any) -> SignatureNumerique:
    return _numerique(examen=BON.model_copy(update=faits))


def _pv(ans: Signature) -> PvMiseEnService:
    autres = tuple(s for s in pv_mes().signatures if s.partie is not Partie.ANS)
    return pv_mes(signatures=(ans, *autres))


def _ans(**faits: Any) -> Signature:
    return Signature(
        partie=Partie.ANS, nature=NatureSignature.NUMERIQUE, signataire="Jeanne Martin",
        qualite="directrice", date=dt.date(2025, 3, 3), **faits,
    )  # fmt: skip


def _constat(verdict: Verdict, code: str) -> Constat:
    (constat,) = [c for c in verdict.constats if c.code == code]
    return constat


@pytest.mark.parametrize(
    ("signature", "resultat", "dit"),
    [
        (_examinee(), "conforme", "Aucun fichier"),
        (_examinee(integre=False), "non_conforme", "altéré"),
        (_examinee(valide=False), "non_conforme", "altéré"),
        (_examinee(couverture=Couverture.REVISION, modification=Modification.AUTRE,
                   modification_admise=False), "non_conforme", "modifié après"),
        (_examinee(couverture=Couverture.REVISION, modification=Modification.AUTRE,
                   modification_admise=False).model_copy(update={
                       "couverture": Couverture.REVISION, "modification": Modification.FORMULAIRE}),
         "non_verifiable", "n’explique pas tout"),
        (_examinee(couverture=Couverture.REVISION, modification=Modification.FORMULAIRE),
         "conforme", "Aucun fichier"),
        (_examinee(couverture=Couverture.REVISION, modification=Modification.FORMULAIRE,
                   modification_admise=False, certifiante=True,
                   permis=Modification.FORMULAIRE), "non_conforme", "cas connu"),
        (_examinee(couverture=Couverture.REVISION, modification=Modification.FORMULAIRE,
                   modification_admise=False), "non_conforme", "a changé après"),
        (_examinee(couverture=Couverture.PARTIELLE), "non_verifiable", "partie du fichier"),
        (_examinee(integre=None, empechement="forme inconnue"), "non_verifiable", "inconnue"),
        (_numerique(sans_examen="x", modification=Modification.AUCUNE), "conforme", "contrôlée"),
        (_numerique(sans_examen="x", couverture=Couverture.REVISION, ajouts=("1 page ajoutée",),
                    modification=Modification.AUTRE), "non_verifiable", "1 page ajoutée"),
        (_numerique(sans_examen="x", couverture=Couverture.REVISION), "non_verifiable", "vérif"),
        (_numerique(sans_examen="x", couverture=Couverture.INCONNUE), "non_verifiable", "partie"),
    ],
)  # fmt: skip
def test_fic_05_selon_les_faits_de_la_signature(
    signature: SignatureNumerique, resultat: str, dit: str
) -> None:
    verdict = verifier(bon_avance(fichiers=(fichier(signatures=(signature,)),)))
    constat = _constat(verdict, "SAS-FIC-05")
    assert constat.resultat == resultat
    assert dit in constat.message


def test_deux_lectures_qui_se_contredisent_ne_laissent_rien_passer() -> None:
    verdict = verifier(bon_avance(fichiers=(fichier(signatures_incertaines=True),)))
    assert _constat(verdict, "SAS-FIC-05").resultat == "non_verifiable"
    assert verdict.decision == "completer"


def test_une_signature_alteree_ne_compte_pas_et_le_message_le_dit() -> None:
    verdict = verifier(bon_avance(pv=_pv(_ans(integre=False))))
    constat = _constat(verdict, "SAS-MES-04")
    assert constat.resultat == "non_conforme"
    assert "ne compte pas" in constat.message
    assert _constat(verdict, "SAS-MES-05").resultat == "conforme"


def test_une_signature_intacte_a_cote_d_une_alteree_compte() -> None:
    deux = (*_pv(_ans(integre=False)).signatures, _ans(integre=True))
    verdict = verifier(bon_avance(pv=pv_mes(signatures=deux)))
    assert _constat(verdict, "SAS-MES-04").resultat == "conforme"


def test_une_chaine_non_reconnue_compte_avec_une_reserve() -> None:
    faits = _examinee(confiance=False, sous_indication="NO_CERTIFICATE_CHAIN_FOUND")
    verdict = verifier(
        bon_avance(pv=_pv(_ans(integre=True, identite_prouvee=False, numerique=faits)))
    )
    assert verdict.decision == "accepter"
    (reserve,) = [r.message for r in verdict.reserves if "Jeanne Martin" in r.message]
    assert "identité non prouvée" in reserve
    assert "Agence du Numérique en Santé" in reserve


def test_une_identite_prouvee_sans_liste_de_revocation_le_dit() -> None:
    faits = _examinee(revocation_controlee=False)
    verdict = verifier(
        bon_avance(pv=_pv(_ans(integre=True, identite_prouvee=True, numerique=faits)))
    )
    assert any("révocation" in r.message for r in verdict.reserves)


EXIGENTE = Politique.model_validate(
    {
        "nom": "preuve",
        "signatures_a_prouver": [
            {"pieces": ["pv_mes"], "parties": ["ans"], "raison": "Commissaire aux comptes."}
        ],
    }
)


@pytest.mark.parametrize(
    ("signature", "resultat", "dit"),
    [
        (_ans(integre=True, identite_prouvee=True, numerique=_examinee()), "conforme", "signé"),
        (_ans(integre=True, identite_prouvee=False, numerique=_examinee(
            confiance=False, sous_indication="OUT_OF_BOUNDS_NO_POE")),
         "non_conforme", "OUT_OF_BOUNDS_NO_POE"),
        (_ans(integre=True, identite_prouvee=False, doute="cachet de « X »",
              numerique=_examinee()), "non_conforme", "cachet de « X »".replace("« ", "«\u00a0")
         .replace(" »", "\u00a0»")),
        (_ans(integre=True, numerique=_examinee(confiance=None)),
         "non_verifiable", "aucune racine"),
        (_ans(numerique=_numerique(sans_examen="installez l’extra")),
         "non_verifiable", "installez l’extra"),
        (_ans(), "non_verifiable", "identité non prouvée"),
        (_ans().model_copy(update={"nature": NatureSignature.MANUSCRITE}),
         "non_conforme", "sans certificat"),
    ],
)  # fmt: skip
def test_une_politique_qui_demande_la_preuve(signature: Signature, resultat: str, dit: str) -> None:
    verdict = verifier(bon_avance(pv=_pv(signature)), politique=EXIGENTE)
    constat = _constat(verdict, "SAS-MES-04")
    assert constat.resultat == resultat
    assert dit in constat.message
    assert _constat(verdict, "SAS-MES-05").resultat == "conforme"
    assert [e.raison for e in verdict.entete.signatures_a_prouver] == ["Commissaire aux comptes."]


def test_la_preuve_demandee_a_l_editeur_touche_la_declaration() -> None:
    politique = Politique.model_validate(
        {"nom": "p", "signatures_a_prouver": [{"pieces": ["declaration_honneur"], "raison": "r"}]}
    )
    constat = _constat(verifier(bon_avance(), politique=politique), "SAS-DSH-07")
    assert constat.resultat == "non_conforme"
    assert "La politique demande la preuve" in constat.message


@pytest.mark.parametrize(
    "exigence",
    [
        'pieces = ["pv_mes"]\nraison = ""',
        'pieces = []\nraison = "r"',
        'pieces = ["contacts_support"]\nraison = "r"',
        'pieces = ["pv_mes"]\nraison = "r"\nautre = 1',
    ],
)
def test_une_demande_de_preuve_inutilisable_est_refusee(exigence: str, tmp_path: Path) -> None:
    chemin = tmp_path / "p.toml"
    chemin.write_text(f'nom = "p"\n[[signatures_a_prouver]]\n{exigence}\n', encoding="utf-8")
    with pytest.raises(ErreurPolitique):
        Politique.lire(chemin)


def test_les_pieces_d_une_demande_de_preuve_sont_celles_que_l_on_signe() -> None:
    (exigence,) = EXIGENTE.signatures_a_prouver
    assert exigence.pieces == (TypePiece.PV_MES,)
    assert exigence.parties == (Partie.ANS,)
