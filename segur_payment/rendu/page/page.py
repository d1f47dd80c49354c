"""From a verdict to the bytes of its page."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from jinja2 import DictLoader, Environment, StrictUndefined
from markupsafe import Markup

from segur_payment.dossier import Preuve
from segur_payment.regles.conclusion import Resultat
from segur_payment.rendu.mots import EFFETS, PHASES, nom_fichier, nom_piece, optique, phrase
from segur_payment.rendu.page import etats, vues
from segur_payment.rendu.page.images import Album
from segur_payment.rendu.points import points_de, resume
from segur_payment.rendu.suivi import TITRES
from segur_payment.rendu.typographie import (
    abreger,
    citer,
    compter,
    jour,
    majuscule,
    montant,
)
from segur_payment.verdict import Comparaison, Constat, Verdict

if TYPE_CHECKING:
    from segur_payment.lecture.sources import Source

_GABARIT = "page.html"
_STYLE = "style.css"


def rendre_page(
    verdict: Verdict,
    *,
    fichiers: Source | None = None,
    comparaison: Comparaison | None = None,
    date_du_jour: bool = False,
) -> str:
    """The verdict as one HTML page: no script, no network; the same input gives the same bytes.

    Args:
        verdict: what to show; nothing is computed anew.
        fichiers: folder, zip or bytes by name of the files that were judged: the pages quoted are
            then shown with the words marked. A file whose SHA-256 differs is not shown.
        comparaison: what became of the points of an earlier verdict.
        date_du_jour: say that the deposit date is only the day of the command.

    Raises:
        ErreurEntree: ``fichiers`` leads to no file.
    """
    album = Album(_passages(verdict, fichiers))
    vus = vues.constats(verdict, album)
    points = points_de(verdict)
    par_acteur, conseils = vues.actions(points, vus)
    style = _texte(_STYLE)
    contexte = {
        "verdict": verdict,
        "entete": verdict.entete,
        "style": Markup(style),  # noqa: S704 - our own file
        "politique": csp(style),
        "decision": etats.DECISIONS[verdict.decision],
        "phase": PHASES[verdict.phase],
        "pourquoi": majuscule(resume(verdict, points)),
        "date_du_jour": date_du_jour,
        "frise": vues.frise(verdict),
        "par_acteur": par_acteur,
        "conseils": conseils,
        "pieces": list(vues.pieces(verdict, vus)),
        "ouverts": [v for v in vus if v.constat.defaut or v.constat.indecis],
        "conformes": [v for v in vus if v.constat.resultat is Resultat.CONFORME],
        "sans_objet": [v for v in vus if v.constat.resultat is Resultat.SANS_OBJET],
        "suivi": comparaison,
        "pages": album.pages,
        "sans_images": fichiers is None and any(v.preuves for v in vus),
    }
    return _environnement().get_template(_GABARIT).render(contexte)


def csp(style: str) -> str:
    """The policy of the page: nothing may be loaded, only this style and pictures within."""
    empreinte = b64encode(sha256(style.encode()).digest()).decode("ascii")
    return (
        f"default-src 'none'; style-src 'sha256-{empreinte}'; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def _passages(verdict: Verdict, fichiers: Source | None) -> Any:
    if fichiers is None:
        return None
    from segur_payment.lecture.passages import montrer

    return montrer(_preuves(sorted(verdict.constats, key=etats.gravite)), fichiers)


def _preuves(constats: Iterable[Constat]) -> Iterable[Preuve]:
    return (preuve for constat in constats for preuve in constat.preuves)


def _texte(nom: str) -> str:
    return files(__package__).joinpath("gabarits", nom).read_text(encoding="utf-8")


@cache
def _environnement() -> Environment:
    gabarits = files(__package__).joinpath("gabarits")
    textes = {g.name: g.read_text(encoding="utf-8") for g in gabarits.iterdir() if g.is_file()}
    environnement = Environment(
        loader=DictLoader(textes),
        autoescape=True,
        finalize=_montrer,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environnement.filters |= {
        "abreger": abreger,
        "citer": citer,
        "phrase": phrase,
        "fichier": nom_fichier,
        "piece": nom_piece,
        "jour": jour,
        "montant": montant,
        "majuscule": majuscule,
        "confiance": optique,
        "effet": EFFETS.__getitem__,
        "etat": etats.etat_de,
    }
    environnement.globals |= {
        "compter": compter,
        "decisions": etats.DECISIONS,
        "etats_fichiers": etats.FICHIERS,
        "titres_suivi": TITRES,
    }
    return environnement


def _montrer(valeur: object) -> object:
    """Whatever is shown is made harmless, of bounded length, and composed as French wants."""
    return valeur if isinstance(valeur, Markup) else phrase(str(valeur))
