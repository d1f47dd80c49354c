"""What the core sees of a signed file without any cryptography."""

from __future__ import annotations

import pytest

from segur_payment.lecture.pdf import lire_pdf
from segur_payment.lecture.pdf._masque import masquer
from segur_payment.lecture.pdf.modele import Signature
from segur_payment.testing.pki import Scenario, signer


def _signatures(scenario: Scenario, pdf: bytes) -> dict[str, Signature]:
    document = lire_pdf(signer(scenario, pdf))
    assert document.structure_lue
    assert not document.signatures_incertaines
    return {s.champ: s for s in document.signatures}


@pytest.mark.parametrize(
    ("scenario", "couvre", "suite", "dit"),
    [
        (Scenario.ANS_SEULE, "fichier_entier", "aucune", ""),
        (Scenario.COMMENTAIRE_AJOUTE, "revision", "aucune", ""),
        (Scenario.PREUVES_AJOUTEES, "revision", "archivage", "éléments de validation"),
        (Scenario.METADONNEES_CHANGEES, "revision", "archivage", "rien de visible"),
        (Scenario.HORODATAGE_AJOUTE, "revision", "formulaire", "signature « Timestamp"),
        (Scenario.CHAMP_REMPLI, "revision", "formulaire", "champ « Observations » rempli"),
        (Scenario.ANNOTE, "revision", "annotations", "page 1"),
        (Scenario.PAGE_CHANGEE, "revision", "autre", "contenu de la page 1 modifié"),
        (Scenario.PAGE_AJOUTEE, "revision", "autre", "1 page ajoutée"),
        (Scenario.FICHIER_JOINT, "revision", "autre", "pièces jointes"),
    ],
)
def test_ce_qui_a_suivi_la_signature_de_l_ans_se_voit_sans_controle(
    scenario: Scenario, couvre: str, suite: str, dit: str, pv_vierge: bytes
) -> None:
    ans = _signatures(scenario, pv_vierge)["Signature ANS"]
    assert (ans.couvre, ans.suite) == (couvre, suite)
    assert dit in " ; ".join(ans.ajouts)
    assert ans.champs_modifies == (("Observations",) if scenario is Scenario.CHAMP_REMPLI else ())


def test_la_seconde_signature_n_est_qu_un_ajout_au_formulaire(pv_vierge: bytes) -> None:
    editeur = _signatures(Scenario.DEUX_SIGNATURES, pv_vierge)["Signature éditeur"]
    assert editeur.suite == "formulaire"
    assert editeur.ajouts == ("signature « Signature ANS » ajoutée",)
    assert editeur.champs_modifies == ()


@pytest.mark.parametrize("scenario", [Scenario.COUVERTURE_PARTIELLE, Scenario.TROU_ELARGI])
def test_des_octets_laisses_de_cote_se_voient(scenario: Scenario, pv_vierge: bytes) -> None:
    assert _signatures(scenario, pv_vierge)["Signature éditeur"].couvre == "partielle"


def test_un_champ_vide_n_est_pas_une_signature(pv_vierge: bytes) -> None:
    signatures = _signatures(Scenario.CHAMPS_VIDES, pv_vierge)
    assert [s.remplie for s in signatures.values()] == [False, False]


def test_un_horodatage_du_document_n_est_pas_une_signature(pv_vierge: bytes) -> None:
    (horodatage,) = _signatures(Scenario.HORODATAGE_SEUL, pv_vierge).values()
    assert horodatage.horodatage


def test_le_masque_ne_deplace_rien_et_garde_la_valeur(pv_vierge: bytes) -> None:
    octets = signer(Scenario.DEUX_SIGNATURES, pv_vierge)
    propre, valeurs = masquer(octets)
    assert len(propre) == len(octets)
    assert len(valeurs) == 2
    for debut, valeur in valeurs.items():
        assert octets[debut + 1 :].lower().startswith(valeur.hex().encode())
        assert propre[debut:].startswith(b"<00> ")


@pytest.mark.parametrize("avant", [b"/V ", b"/Contents (", b""])
def test_une_plage_menteuse_ne_masque_que_des_signatures(avant: bytes) -> None:
    debut = b"%PDF-1.7\n" + avant
    secret = b"<" + b"41" * 300 + b">"
    plage = b" /ByteRange [0 %d %d 10]" % (len(debut), len(debut) + len(secret))
    octets = debut + secret + plage
    assert masquer(octets) == (octets, {})
