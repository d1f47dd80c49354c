"""What the documentation shows of the library, written from the library itself.

    cd tests && python -m projet.pages

writes ``docs/regles.md`` and the output in the README again; ``test_pages.py`` compares them.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from segur_payment.referentiel import SAS
from segur_payment.regles.catalogue import REGLES, empreinte
from segur_payment.regles.socle import Regle
from segur_payment.rendu.imprime.markdown import echapper
from segur_payment.rendu.mots import EFFETS, nom_piece
from segur_payment.rendu.regle import rubriques
from segur_payment.rendu.typographie import composer, jour

RACINE = Path(__file__).resolve().parents[2]
PAGE_DES_REGLES = RACINE / "docs/regles.md"
README = RACINE / "README.md"
SORTIE = re.compile(r"(?<=^```console\n).*?(?=^```)", re.DOTALL | re.MULTILINE)
COMMANDE = "verifier examples/avance_defauts --date-depot 2025-04-02"
COUPURE = "[…]"
PARAGRAPHES = 4  # the decision, the heading, and the first two points

EN_TETE = """\
# Les règles

<!-- Page écrite par `cd tests && python -m projet.pages` : ne pas la modifier à la main. -->

Ce que la bibliothèque contrôle dans une demande de financement SAS : {nombre} règles, catalogue
`{catalogue}`, sources vérifiées le {jour}. Le code d’une règle est permanent. Un
verdict nomme son catalogue ; `segur-payment expliquer CODE` montre les mêmes rubriques.

- **Effet** ordinaire d’un défaut : *rejet* (le droit au paiement manque), *à modifier* (présent
  mais faux), *à compléter* (absent), *avertissement* (à regarder, sans effet sur la décision).
- **Certitude** : *littérale*, l’exigence est écrite dans la FAQ de l’ANS ; *source publique*, dans
  un autre texte public ; *déduction*, aucun texte public ne l’écrit. L’effet a la sienne : presque
  tous sont déduits, et une [politique](politique.md) les reclasse.
- Ce qui n’a pas pu être lu ne passe jamais pour conforme : la règle est alors *non vérifiable*.
"""


def page_des_regles() -> str:
    """``docs/regles.md``: an index, then one section per rule, grouped by piece."""
    en_tete = EN_TETE.format(
        nombre=len(REGLES), catalogue=f"{SAS.id} {empreinte()[:12]}", jour=jour(SAS.verifie_le)
    )
    return "\n".join([en_tete, *_index(), *_sections(), ""])


def _index() -> Iterator[str]:
    yield from ("| Code | Ce qui est contrôlé | Effet | Phases |", "|---|---|---|---|")
    for regle in REGLES:
        phases = ", ".join(regle.phases)
        lien = f"[{regle.code}](#{regle.code.lower()})"
        yield f"| {lien} | {_mots(regle.titre)} | {EFFETS[regle.effet]} | {phases} |"


def _sections() -> Iterator[str]:
    for piece, regles in groupby(REGLES, key=lambda regle: regle.piece):
        yield from ("", f"## {nom_piece(piece)}")
        for regle in regles:
            yield from _section(regle)


def _section(regle: Regle) -> Iterator[str]:
    yield from ("", f"### {regle.code}", "", f"**{_mots(regle.titre)}**", "")
    yield f"- **Nom** : `{regle.nom}`"
    yield f"- **Phases** : {' et '.join(regle.phases)}"
    for nom, texte in rubriques(regle):
        yield f"- **{nom}** : {_mots(texte)}" if nom else f"  <{texte}>"


def _mots(texte: str) -> str:
    return echapper(composer(texte))


def extrait() -> str:
    """The beginning of what the command prints for an example, on 88 columns."""
    paragraphes = _imprime().split("\n\n")
    debut = "\n\n".join(paragraphes[:PARAGRAPHES])
    return f"$ segur-payment {COMMANDE}\n{debut}\n\n{COUPURE}\n"


def _imprime() -> str:
    return subprocess.run(
        [sys.executable, "-m", "segur_payment", *COMMANDE.split()],
        cwd=RACINE,
        env={**os.environ, "COLUMNS": "88"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    ).stdout


def readme() -> str:
    """The README with its output as the command prints it today."""
    return SORTIE.sub(lambda _: extrait(), README.read_text(encoding="utf-8"), count=1)


if __name__ == "__main__":
    PAGE_DES_REGLES.write_text(page_des_regles(), encoding="utf-8")
    README.write_text(readme(), encoding="utf-8")
