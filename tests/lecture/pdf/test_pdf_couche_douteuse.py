"""A text layer that does not decode to words is worth nothing; figures and lists are fine."""

from __future__ import annotations

import pytest

from segur_payment.lecture.pdf import lire_pdf
from segur_payment.lecture.pdf._douteux import est_douteuse

from .pdf_fabriques import dessiner, texte

PHRASE = (
    "Le présent procès-verbal atteste la mise en service du logiciel référencé au titre du "
    "Ségur du numérique en santé, pour le périmètre complet, le 3 avril 2026, auprès du client "
    "final qui déclare n'avoir aucune réserve à formuler sur la prestation fournie."
)


def decale(phrase: str, pas: int) -> str:
    return "".join(c if c == " " else chr(max(33, ord(c) + pas)) for c in phrase)


@pytest.mark.parametrize(
    "phrase",
    [
        PHRASE.replace(" ", "&"),
        PHRASE.replace(" ", "!"),
        decale(PHRASE, -29),
        decale(PHRASE, 3),
        "352&\x886 45&7\x82(3 &é\"'(-è_ç " * 10,
        "\ue045\ue046\ue047 \ue048\ue049 " * 20,
        "\x01\x02\x03\x04 \x05\x06\x07 " * 20,
        "\ufffd\ufffd\ufffd \ufffd\ufffd " * 20,
        "Щзжфы Ждлор Прмтс Шнгкв " * 10,
    ],
)
def test_du_charabia_est_douteux(phrase: str) -> None:
    assert est_douteuse(phrase.split())


@pytest.mark.parametrize(
    "phrase",
    [
        PHRASE,
        PHRASE.upper(),
        PHRASE.replace("'", "’") + " ☒ ☐ \uf0a8 \uf0b7",
        "1 234,56 € 12/04/2026 20,00 % 73282932000074 FR76 3000 6000 0112 3456 7890 189 " * 8,
        "01 23 45 67 89 +33 6 12 34 56 78 contact@editeur-sante.fr https://esante.fr/a?b=1&c=2 "
        * 8,
        "SIRET RPPS FINESS DPI HL7 XDS CNDA CPS SGBD HTTP XML RGPD LGC DMP MSS TVA HT TTC " * 4,
        "Nom : ........................ Prénom : ____________________ Date : __/__/____ " * 5,
        "Mme/M. l’agent(e) chargé·e du suivi (n° 12-345/AB) : R&D, J.-P. D’Œuvre, « oui »… " * 4,
        "Bonjour",
        "",
        "The quick brown fox jumps over the lazy dog and reads the terms of use again " * 3,
    ],
)
def test_des_mots_des_chiffres_et_des_listes_ne_sont_pas_douteux(phrase: str) -> None:
    assert not est_douteuse(phrase.split())


def test_la_page_porte_le_doute() -> None:
    bonne = texte(20, 700, PHRASE[:90])
    mauvaise = texte(20, 700, PHRASE.replace(" ", "&")[:90])
    pages = lire_pdf(dessiner(bonne, mauvaise)).pages
    assert [page.couche_douteuse for page in pages] == [False, True]
