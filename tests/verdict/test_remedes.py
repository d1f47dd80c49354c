"""What is to be done answers what was found, not what the rule usually asks for."""

from __future__ import annotations

import pytest
from fabrique import bon_avance, pv_mes

from segur_payment.dossier import (
    Contradiction,
    Couverture,
    DossierAvance,
    Fichier,
    NatureSignature,
    Partie,
    Perimetre,
    Signature,
    SignatureAProuver,
    SignatureNumerique,
    TypePiece,
)
from segur_payment.regles.socle import Acteur
from segur_payment.verdict import Constat, Politique, verifier

DEUX = Contradiction(declare="partiel", lu="complet")
MONTRER = "Fournir un document lisible, ou déclarer ce fait dans dossier.toml."


def _constat(dossier: DossierAvance, code: str, politique: Politique | None = None) -> Constat:
    verdict = verifier(dossier, politique=politique)
    return next(c for c in verdict.constats if c.code == code and (c.defaut or c.indecis))


def test_un_fait_declare_et_contredit_se_corrige_et_ne_s_attend_pas() -> None:
    constat = _constat(bon_avance(pv=pv_mes(contradictions={"perimetre": DEUX})), "SAS-MES-02")
    assert constat.message.startswith("Périmètre\u00a0: le fait déclaré")
    assert constat.remede.startswith("Corriger celui des deux qui est faux")


def test_un_perimetre_partiel_pour_de_bon_s_attend_toujours() -> None:
    constat = _constat(bon_avance(pv=pv_mes(perimetre=Perimetre.PARTIEL)), "SAS-MES-02")
    assert constat.remede.startswith("Attendre la mise en service du périmètre complet")


@pytest.mark.parametrize(
    ("fichiers", "remede"),
    [(("pv.pdf",), MONTRER), ((), "Renseigner ce fait dans les données du dossier.")],
)
def test_ce_qui_n_a_pas_ete_lu_se_fournit_ou_se_renseigne(
    fichiers: tuple[str, ...], remede: str
) -> None:
    pv = pv_mes(perimetre=None, incertitudes={"perimetre": "page floue."}, fichiers=fichiers)
    assert _constat(bon_avance(pv=pv), "SAS-MES-03").remede == remede


def test_ce_que_l_ans_doit_signer_mais_qui_ne_s_est_pas_lu_revient_a_l_editeur() -> None:
    pv = pv_mes(signatures=(), incertitudes={"signatures.ans": "page floue."})
    assert _constat(bon_avance(pv=pv), "SAS-MES-04").acteur is Acteur.EDITEUR
    assert _constat(bon_avance(pv=pv_mes(signatures=())), "SAS-MES-04").acteur is Acteur.ANS


def test_une_signature_sans_racines_se_controle_avec_des_racines() -> None:
    exigence = SignatureAProuver(pieces=(TypePiece.PV_MES,), raison="Contrôle interne.")
    politique = Politique(nom="x", signatures_a_prouver=(exigence,))
    signatures = tuple(Signature(partie=p, nature=NatureSignature.NUMERIQUE) for p in Partie)
    constat = _constat(bon_avance(pv=pv_mes(signatures=signatures)), "SAS-MES-05", politique)
    assert "--racines" in constat.remede


def test_un_fichier_change_apres_signature_se_regarde() -> None:
    signature = SignatureNumerique(
        champ="S1", couverture=Couverture.PARTIELLE, sans_examen="extra absent"
    )
    fichier = Fichier(nom="pv.pdf", sha256="a" * 64, taille=9, pages=1, signatures=(signature,))
    constat = _constat(bon_avance(fichiers=(fichier,)), "SAS-FIC-05")
    assert constat.remede.startswith("Faire regarder par une personne")
