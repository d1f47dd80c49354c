"""Why a digital signature proves nobody, in the words that end a sentence."""

from __future__ import annotations

import pytest
from fabrique import ANS

from regles.vues_signees import REVOQUE, certificat, examinee, lue, signature, suivie
from segur_payment.dossier import Couverture, ExamenSignature, Modification, SignatureNumerique
from segur_payment.regles.signature import emplacement_vide, pourquoi_sans_preuve

NON_EXAMINABLE = ExamenSignature(champ="S", verificateur="essai", empechement="forme inconnue")


def _dit(numerique: SignatureNumerique | None, *, integre: bool | None = True, **faits: str) -> str:
    return pourquoi_sans_preuve(signature(ANS, numerique, integre=integre, **faits))


@pytest.mark.parametrize(
    ("numerique", "dit"),
    [
        (None, "identité non prouvée"),
        (lue(sans_examen="l’extra manque"), "présente, non vérifiée (l’extra manque)"),
        (lue(), "présente, non vérifiée (nul ne l’a contrôlée)"),
        (lue(examen=NON_EXAMINABLE), "présente, non vérifiée (forme inconnue)"),
        (
            examinee(confiance=None),
            "identité non prouvée (aucune racine de confiance donnée)",
        ),
        (examinee(), "identité non prouvée (le certificat ne nomme pas la partie)"),
    ],
)
def test_une_signature_intacte_qui_ne_prouve_personne(
    numerique: SignatureNumerique | None, dit: str
) -> None:
    assert _dit(numerique) == dit


def test_le_doute_de_la_lecture_est_la_raison() -> None:
    assert _dit(examinee(), doute="cachet de « X »") == "identité non prouvée (cachet de « X »)"


def test_ce_qui_a_ete_modifie_passe_avant_le_certificat() -> None:
    assert _dit(examinee(confiance=None), integre=False) == (
        "ce qu’elle signait a été modifié ensuite"
    )


INEXPLIQUEE = suivie(Modification.AUTRE).model_copy(
    update={"couverture": Couverture.REVISION, "modification": Modification.AUCUNE}
)


@pytest.mark.parametrize(
    ("numerique", "dit"),
    [
        (examinee(), "elle ne couvre qu’une partie du fichier"),
        (examinee(champs_modifies=("IBAN",)), "un champ a été rempli après elle"),
        (INEXPLIQUEE, "le contrôle n’explique pas tout ce qui l’a suivie"),
    ],
)
def test_une_signature_dont_l_integrite_reste_ouverte(
    numerique: SignatureNumerique, dit: str
) -> None:
    assert _dit(numerique, integre=None) == dit


@pytest.mark.parametrize(
    ("code", "dit"),
    [
        ("NO_CERTIFICATE_CHAIN_FOUND", "ne mène à aucune racine de confiance"),
        ("OUT_OF_BOUNDS_NO_POE", "était hors de sa période de validité"),
        ("REVOKED_NO_POE", "était révoqué"),
        ("REVOKED_CA_NO_POE", "vient d’une autorité révoquée"),
        ("SIG_CONSTRAINTS_FAILURE", "n’est pas reconnu"),
    ],
)
def test_une_chaine_rompue_dit_comment(code: str, dit: str) -> None:
    numerique = examinee(confiance=False, sous_indication=code)
    phrase = f"identité non prouvée (le certificat, au nom de « ANS », {dit}, {code})"
    assert _dit(numerique) == phrase


def test_une_revocation_est_datee_et_seulement_elle() -> None:
    revoque = {"confiance": False, "revoque_le": REVOQUE}
    assert "était révoqué le 1er\u00a0février\u00a02025, REVOKED" in _dit(
        examinee(**revoque, sous_indication="REVOKED_NO_POE")
    )
    assert "2025" not in _dit(examinee(**revoque, sous_indication="OUT_OF_BOUNDS_NO_POE"))


@pytest.mark.parametrize(
    ("faits", "sujet"),
    [
        ({"organisation": None}, "le certificat, au nom de « J. MARTIN »,"),
        ({"organisation": None, "nom_commun": None}, "le certificat"),
    ],
)
def test_une_chaine_rompue_nomme_ce_que_le_certificat_pretend(
    faits: dict[str, None], sujet: str
) -> None:
    numerique = examinee(confiance=False, certificat=certificat(**faits))
    assert _dit(numerique) == f"identité non prouvée ({sujet} n’est pas reconnu)"


def test_une_chaine_rompue_sans_certificat_se_dit_aussi() -> None:
    assert _dit(examinee(confiance=False, certificat=None)) == (
        "identité non prouvée (le certificat n’est pas reconnu)"
    )


def test_un_bloc_plein_n_ajoute_rien() -> None:
    assert emplacement_vide(None) == ""
