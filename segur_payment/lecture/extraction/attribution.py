"""To whom a digital signature belongs: what its certificate says, then where it stands.

The certificate comes first. Where it names neither party (the seal of a signature service, a
person without organisation), the block under the widget tells, and the doubt is said. The name of
the field, ``/Name`` and ``/Reason`` prove nothing.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from segur_payment.dossier import Editeur, ExamenSignature, NatureCertificat, Partie
from segur_payment.langue.identifiants import compacter, siren_de_siret
from segur_payment.langue.noms import Rapprochement, comparer_personnes, comparer_societes
from segur_payment.langue.normalisation import normaliser
from segur_payment.lecture.extraction.mentions import PERSONNE
from segur_payment.lecture.pdf.modele import Signature

SIREN_ANS = "187512751"
"""The ANS, formerly ASIP Santé: its number did not change with its name."""
_NOMS_ANS = (
    "Agence du Numérique en Santé", "GIP Agence du Numérique en Santé", "ANS", "ASIP Santé",
    "Agence du Numérique en Santé ANS",
)  # fmt: skip
_ANS_ECRITE = re.compile(
    r"\bagence du numerique en sante\b|^agence des systemes d.information partag"
)
"""The second is the former name, cut by certificates of the IGC-Santé."""
_PLATEFORMES = (
    "adobe", "almerys", "certeurope", "certigna", "certinomis", "chambersign", "connective",
    "contralia", "cryptolog", "docaposte", "docusign", "dropbox sign", "entrust", "eversign",
    "evidency", "globalsign", "goodflag", "hellosign", "infocert", "lex persona", "namirial",
    "odoo", "oodrive", "signaturit", "signnow", "skribble", "swisscom", "universign", "yousign",
    "zoho",
)  # fmt: skip
"""Signature services whose own name stands in certificates: it is nobody's signature."""


@dataclass(frozen=True, slots=True)
class Porteur:
    """Whom a certificate names; read from the file itself when nobody examined it."""

    commun: str | None
    organisation: str | None = None
    siren: str | None = None
    personne: str | None = None
    cachet: bool = False
    """The seal of an organisation, a server or a signature service."""

    @classmethod
    def de(cls, signature: Signature) -> Porteur:
        """The bearer of a signature's certificate."""
        examen: ExamenSignature | None = signature.examen
        if examen is None or examen.certificat is None:
            commun, _, reste = (signature.sujet or "").partition(" (")
            return _porteur(commun or None, reste.removesuffix(")") or None)
        lu = examen.certificat
        du_service = lu.organisation is not None and f"O={lu.organisation}" in lu.emetteur
        return _porteur(
            lu.nom_commun,
            lu.organisation,
            lu.siren,
            lu.personne,
            cachet=lu.nature is NatureCertificat.CACHET,
            service=du_service,
        )

    @property
    def nom(self) -> str:
        """The name to quote."""
        return self.personne or self.commun or self.organisation or "sans nom"


def _porteur(
    commun: str | None,
    organisation: str | None,
    siren: str | None = None,
    personne: str | None = None,
    *,
    cachet: bool = False,
    service: bool = False,
) -> Porteur:
    connue = _est_un_service(commun) or _est_un_service(organisation)
    if (
        personne is None
        and commun
        and not (cachet or _est_un_service(commun))
        and PERSONNE.fullmatch(commun.title())
    ):
        memes = organisation and comparer_societes(commun, organisation)
        personne = None if memes is Rapprochement.IDENTIQUE else commun
    cachet = cachet or (personne is None and (connue or organisation is not None))
    if (service or connue) and personne is not None:  # a service names itself in what it issues
        organisation = None
    return Porteur(commun, organisation, siren, personne, cachet)


def _est_un_service(nom: str | None) -> bool:
    return any(f" {service} " in f" {normaliser(nom or '')} " for service in _PLATEFORMES)


@dataclass(frozen=True, slots=True)
class Attribution:
    """A party, or None with the reason why nobody can tell."""

    partie: Partie | None
    par_certificat: bool
    """The certificate itself names the party."""
    doute: str | None = None


def attribuer(
    porteur: Porteur,
    bloc: Partie | None,
    imprimes: Mapping[Partie, str | None],
    editeur: Editeur | None,
    *,
    reconnue: bool,
) -> Attribution:
    """The party that signed.

    Args:
        porteur: whom the certificate names.
        bloc: the party in whose block the signature shows; None: in none.
        imprimes: the name printed in each party's block.
        editeur: the éditeur, as the dossier names it.
        reconnue: the chain of the certificate reaches a trusted root.
    """
    nommee, doute = _nommee(porteur, editeur)
    if doute:
        return Attribution(None, False, doute)
    if nommee is not None:
        if bloc in (None, nommee):
            return Attribution(nommee, True)
        doute = (
            f"le certificat nomme {nommee.libelle}, dans l’emplacement de {Partie(bloc).libelle}"
        )
        return Attribution(nommee if reconnue else None, reconnue, doute)
    if porteur.organisation and not porteur.cachet:
        if bloc and _imprimee(porteur.personne, imprimes.get(bloc)):
            doute = (
                f"le certificat nomme « {porteur.organisation} », ni l’ANS ni l’éditeur : partie "
                "d’après l’emplacement et le nom imprimé"
            )
            return Attribution(bloc, False, doute)
        doute = f"le certificat nomme « {porteur.organisation} », ni l’ANS ni l’éditeur"
        return Attribution(None, False, doute)
    if porteur.personne and not porteur.cachet:
        return _par_la_personne(porteur.personne, bloc, imprimes)
    return _par_le_bloc(porteur, bloc)


def _imprimee(personne: str | None, imprime: str | None) -> bool:
    """The name printed in the block is that of the certificate."""
    if not (personne and imprime):
        return False
    return comparer_personnes(imprime, personne) is Rapprochement.IDENTIQUE


def _nommee(porteur: Porteur, editeur: Editeur | None) -> tuple[Partie | None, str | None]:
    commun = None if porteur.personne else porteur.commun
    noms = [nom for nom in (porteur.organisation, commun) if nom]
    if porteur.siren == SIREN_ANS or any(_est_l_ans(nom) for nom in noms):
        return Partie.ANS, None
    if editeur is None:
        return None, None
    siren = _siren(editeur)
    if porteur.siren and siren:
        if porteur.siren == siren:
            return Partie.EDITEUR, None
        if _proche(noms, editeur) is Rapprochement.IDENTIQUE:
            dit = f"le certificat porte le nom de l’éditeur et un autre SIREN ({porteur.siren})"
            return None, dit
        return None, None
    proche = _proche(noms, editeur)
    if proche is Rapprochement.PROCHE:
        return None, f"le nom du certificat (« {noms[0]} ») est seulement proche de l’éditeur"
    return (Partie.EDITEUR if proche is Rapprochement.IDENTIQUE else None), None


def _est_l_ans(nom: str) -> bool:
    if any(comparer_societes(nom, connu) is Rapprochement.IDENTIQUE for connu in _NOMS_ANS):
        return True
    return bool(_ANS_ECRITE.search(normaliser(nom)))


def _siren(editeur: Editeur) -> str | None:
    siren = compacter(editeur.siren or "")
    return siren if len(siren) == 9 else siren_de_siret(editeur.siret or "")


def _proche(noms: list[str], editeur: Editeur) -> Rapprochement:
    connu = editeur.raison_sociale
    trouves = {comparer_societes(nom, connu) for nom in noms} if connu else set()
    ordre = (Rapprochement.IDENTIQUE, Rapprochement.PROCHE)
    return next((r for r in ordre if r in trouves), Rapprochement.DIFFERENT)


def _par_la_personne(
    personne: str, bloc: Partie | None, imprimes: Mapping[Partie, str | None]
) -> Attribution:
    """A person without organisation: the block, unless the printed names say the contrary."""
    au_nom = [
        partie
        for partie, nom in imprimes.items()
        if nom and comparer_personnes(nom, personne) is not Rapprochement.DIFFERENT
    ]
    base = f"le certificat nomme « {personne} » sans son organisation"
    if bloc is None:
        partie = au_nom[0] if len(au_nom) == 1 else None
        suite = "partie d’après le nom imprimé" if partie else "rien ne dit pour qui"
        return Attribution(partie, False, f"{base} : {suite}")
    if au_nom and bloc not in au_nom:
        return Attribution(
            None, False, f"{base}, et l’emplacement où elle se trouve est celui de l’autre partie"
        )
    return Attribution(bloc, False, f"{base} : partie d’après l’emplacement")


def _par_le_bloc(porteur: Porteur, bloc: Partie | None) -> Attribution:
    """The seal of a signature service proves that nothing changed, not who asked for it."""
    qui = porteur.organisation or porteur.commun
    base = f"cachet de « {qui} », qui ne prouve pas qui a signé" if qui else "certificat sans nom"
    if bloc is None:
        return Attribution(None, False, f"{base} : rien ne dit pour qui")
    return Attribution(bloc, False, f"{base} : partie d’après l’emplacement")
