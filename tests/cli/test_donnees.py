"""The three places that read TOML refuse it with the same words, and accept the same."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest

from segur_payment import ErreurEntree, ErreurPolitique, Politique, lire_pieces
from segur_payment.cli.entree import lire
from segur_payment.donnees import DonneesRefusees, lire_toml
from segur_payment.erreurs import ErreurSegur

FAUTES = {
    b'nom = "Interne"\ndelais = [': "ligne 2, colonne 11 : valeur mal écrite",
    b'nom = "Interne"\nnom = "x"\n': "ligne 2, colonne 10 : clé écrite deux fois",
    b"nom = Interne\n": "ligne 1, colonne 7 : valeur mal écrite (un texte se met entre guillemets)",
    b"[pv\n": "ligne 1, colonne 4 : crochet jamais refermé",
    b"a = " + b"[" * 5_000: "TOML refusé : trop de niveaux imbriqués",
    b"a = 1\nb = '\xe9'": "texte UTF-8 attendu, ligne 2",
}


def _politique(chemin: Path) -> object:
    return Politique.lire(chemin)


def _manifeste(chemin: Path) -> object:
    return lire_pieces({"dossier.toml": chemin.read_bytes(), "pv.pdf": b"%PDF-"})


def _dossier(chemin: Path) -> object:
    return lire(chemin, date_depot=None, phase="solde", aujourdhui=dt.date(2025, 9, 15))


LECTEURS = (_politique, _manifeste, _dossier)


@pytest.mark.parametrize("octets", FAUTES, ids=range(len(FAUTES)))
@pytest.mark.parametrize("lecteur", LECTEURS)
def test_le_toml_mal_forme_se_refuse_partout_en_francais(
    tmp_path: Path, lecteur: Callable[[Path], object], octets: bytes
) -> None:
    chemin = tmp_path / "d.toml"
    chemin.write_bytes(octets)
    with pytest.raises(ErreurSegur) as refus:
        lecteur(chemin)
    assert FAUTES[octets] in str(refus.value)
    assert isinstance(refus.value, ErreurPolitique if lecteur is _politique else ErreurEntree)


@pytest.mark.parametrize(
    ("lecteur", "texte"),
    [
        (_politique, 'nom = "Contrôle"'),
        (_manifeste, "date_depot = 2025-04-02"),
        (_dossier, "[pv]\nperimetre = 'complet'"),
    ],
)
def test_la_marque_d_ordre_d_un_editeur_de_windows_passe_partout(
    tmp_path: Path, lecteur: Callable[[Path], object], texte: str
) -> None:
    chemin = tmp_path / "d.toml"
    chemin.write_text(texte, encoding="utf-8-sig")
    assert lecteur(chemin)


def test_une_faute_au_milieu_dit_sa_ligne() -> None:
    with pytest.raises(DonneesRefusees, match="ligne 2, colonne 7"):
        lire_toml(b"a = 1\nb = 2 c\nd = 3\n")
