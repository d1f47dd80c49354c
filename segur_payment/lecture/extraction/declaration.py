"""The three attestations of the déclaration sur l'honneur, and how far each reaches."""

from __future__ import annotations

import re
from collections.abc import Iterator

from segur_payment.dossier import (
    AttestationCommunication,
    AttestationFormation,
    EngagementCreneaux,
    ExceptionRemontee,
    Portee,
    Preuve,
    Public,
    TypeCreneau,
)
from segur_payment.lecture.document import Document
from segur_payment.lecture.extraction import dates
from segur_payment.lecture.extraction.cases import cases
from segur_payment.lecture.extraction.recolte import Recolte
from segur_payment.lecture.mise_en_page import INDECISE, VIDE

_HONNEUR = re.compile(r"(?:sur|d') ?(?:l'|mon |notre |son )?honneur")
_FORMATION = re.compile(
    r"\b(?:formations?|formatifs?|pedagogi\w+|didacticiels?|tutoriels?|former"
    r"|guides?|e-learning|modules?)\b"
)
_PRODUIRE = re.compile(
    r"\b(?:produi\w+|production|elabor\w+|redig\w+|redaction|realis\w+|mis\w? a (?:la )?disposition"
    r"|mise a disposition|etabli\w*|cree\w*|creation|concu\w*|conception|fourni\w*"
    r"|diffus\w+|finalis\w+|prepar\w+|disponibles?|livre\w*|publi\w+|remis\w*"
    r"|exist\w+|constitu\w+|edit\w+)\b"
)
_COMMUNICATION = re.compile(
    r"\b(?:(?:avons|avoir|a|ont|ai) (?:ecrit|envoye|adresse|contacte)|communi\w+"
    r"|inform\w+|avis\w+|notifi\w+|campagne|prevenu\w*|e-?mailing"
    r"|sensibilis\w+|courriers?|courriels?|lettre d'information|message)\b"
)
_CRENEAUX = re.compile(r"\b(?:creneaux?|disponibilites?|plages?)\b")
_REMONTER = re.compile(
    r"\b(?:remont\w+|transm\w+|envoy\w+|envoi\w*|publi\w+|partag\w+|exposer?"
    r"|exposition|synchronis\w+|agreg\w+|mettre a disposition|mise a disposition"
    r"|communiqu\w+|fournir|diffus\w+|alimenter|verser|restitu\w+|afficher"
    r"|reporter)\b"
)
_REGULATEURS = re.compile(
    r"\bregulateurs?\b|\bregulation\b|\barm\b|\bosnp\b|\bregulatrices?\b|centres? 15|\bcrra\b"
)
_EFFECTEURS = re.compile(
    r"\beffecteurs?\b|\beffectrices?\b|professionnels? de sante|\bpraticiens?\b|medecins?\b"
)
_PROMESSE = re.compile(
    r"\b(?:sera|seront|sera-t-elle|produira|communiquera|informera|s'engag\w+ a (?:produire"
    r"|communiquer|informer|elaborer|rediger|mettre|realiser|diffuser)|m'engage a (?:produire"
    r"|communiquer|informer|rediger|elaborer|realiser)|prevoit|(?:est|sont) prevue?s?"
    r"|envisag\w+|en cours|a venir|prochainement|produirai|communiquerai|d'ici"
    r"|compte (?:produire|communiquer))\b"
)
_NIE = re.compile(
    r"\b(?:n'(?:a|ont|ai|est|avons)|ne (?:sont|seront|sera|sont))\b[^.;]{0,40}\b(?:pas"
    r"|point|encore|aucun\w*)\b"
)

_RESTREINT = re.compile(
    r"\b(?:certaine?s|uniquement|seulement|seuls|seules|une partie|limite\w*"
    r"|principaux|principales|volontaires?|pilotes?|quelques|plusieurs"
    r"|les plus actifs|abonnes|selection\w*|representati\w+|echantillon|premiers"
    r"|partie des|la plupart|majorite|(?:ayant|qui ont|ont) (?:donne|accepte"
    r"|souscrit|active|demande|exprime|manifeste)"
    r"|ceux (?:qui|ayant)|de la region|du departement|d'ile-de-france|franciliens"
    r"|region\w*|nouveaux|grands|adherents)\b"
)
_TOUS = re.compile(
    r"\b(?:ensemble|tous|toutes|totalite|integralite|chaque|chacun\w*|sans exception)\b"
)

_FAIBLE = re.compile(
    r"s'efforce\w*|m'efforce\w*|nous efforc\w+|dans la mesure d\w+ possible"
    r"|autant que (?:possible|faire se peut)|meilleurs efforts|tout mettre en oeuvre"
    r"|mettr\w+ tout en oeuvre|fera son possible|faire (?:tout )?(?:son|le"
    r"|notre|mon) possible"
    r"|si possible|lorsque (?:c'est|cela est|les conditions)|sous reserve"
    r"|tacher\w*|tente\w*\b|essaie\w*|viser\w* a|a pour objectif|envisage\w*"
    r"|etudie\w*|selon (?:ses|les|nos) (?:possibilites|moyens|capacites)|progressivement"
    r"|a terme|souhaite\w*|pourra\b|pourrait|si les conditions|obligation de moyens?"
    r"|a vocation a|compte remonter"
)
_TYPES = {
    TypeCreneau.PUBLIC: re.compile(r"\bpublics?\b(?! (?:sas|hospitalier))"),
    TypeCreneau.PRO: re.compile(
        r"\bpro\b|\bprofessionnels\b(?! de sante (?:effecteurs?|clients?|utilisateurs?))"
    ),
    TypeCreneau.SNP: re.compile(r"\bsnp\b|\bsoins non programmes\b|dedies au sas"),
    TypeCreneau.CPTS: re.compile(r"\bcpts\b|communautes professionnelles"),
}
_TOUS_TYPES = re.compile(
    r"(?:ensemble|totalite|integralite) (?:des? |de ses |de leurs |de tous les )(?:differents"
    r" )?types|tous (?:les |leurs |ses )?(?:differents )?types|tout type"
    r"|toutes (?:les )?(?:categories"
    r"|natures)"
    r"|quel(?:le)?s? que soi(?:en)?t (?:le(?:ur|s)? |son )?(?:type|nature)"
    r"|sans distinction|chaque type|toute nature|types? confondus|(?:les )?quatre types"
    r"|ensemble des (?:creneaux|disponibilites|plages)|tous (?:les |leurs )?creneaux"
    r"|(?:totalite|integralite) des creneaux"
)
_LIMITE_TYPES = re.compile(
    r"\b(?:uniquement|seulement|seuls?|exclusivement|limite\w*|restrei\w+"
    r"|hors|sauf|excepte|a l'exclusion d\w+|a l'exception d\w+)\b"
)
_EXCEPTION = re.compile(
    r"a l'exception|a l'exclusion|\bsauf\b|\bhormis\b|\bexcepte\w*|\bhors\b|en dehors d"
    r"|a moins qu|exclu(?:s|t|ant|ent)?\b|ne sont pas (?:concernes|remontes)"
    r"|"
    r"\b(?:ayant|qui (?:ont|auront|y ont)|lorsqu'ils (?:ont|y ont)|des lors qu\w+[^,.;]{0,20}"
    r"(?:ont|a)) (?:prealablement |expressement |explicitement )?(?:accepte"
    r"|consenti|donne (?:leur|son) (?:accord|consentement)|active|souscrit"
    r"|opte)|opt-?in|ayant donne|volontaires?\b|sous reserve d\w+ (?:leur "
    r"|l')?(?:accord|consentement)|avec (?:leur|l')accord"
)
_DANS_LA_PLATEFORME = re.compile(
    r"(?:dans|sur|via|depuis|aupres de|par|au moyen de|au sein de|directement (?:dans"
    r"|sur))\s+(?:l'interface de |l'espace de |l'outil de )?(?:la |cette "
    r"|ladite )?(?:meme )?(?:plate-?forme|pf)(?: numerique)?(?: nationale)?(?: du"
    r"| de)?(?: service| sas|\b)"
)
_REFUS = re.compile(r"refus\w*|oppos\w+|declin\w+|desactiv\w+|retrait|retire\w*")
_AUTRE_VOIE = re.compile(
    r"\b(?:courriers?|courriels?|e-?mails?|mails?|telephone|ecrit|formulaire"
    r"|support|logiciel|solution|parametr\w+|application|contrat|editeur|lettre"
    r"|message|oral\w*|recommande|ou (?:par|aupres|dans|via|sur))\b"
)


def lire(document: Document, recolte: Recolte) -> None:
    """Attestations, « sur l'honneur » and date."""
    honneur = next((v.preuve(*m.span()) for v in document.vues for m in v.chercher(_HONNEUR)), None)
    recolte.noter("sur_l_honneur", honneur is not None, *([honneur] if honneur else []))
    dates.noter(recolte, "date", dates.date_du_document(document))
    enonces = list(_enonces(document))
    _formation(enonces, recolte)
    _communication(enonces, recolte)
    _creneaux(enonces, recolte)


Enonce = tuple[str, Preuve]


def _enonces(document: Document) -> Iterator[Enonce]:
    """The statements of the declaration; those beside an empty box are not made."""
    refuses = [c.label for c in cases(document) if c.etat in (VIDE, INDECISE) and len(c.label) > 15]
    for debut, fin in _decoupe(document):
        normal = document.flux.normal[debut:fin]
        nu = normal.strip(" ☒☐▣-•")
        if any(refus[:40] in nu or nu[:40] in refus for refus in refuses if len(nu) > 15):
            continue
        yield normal, document.flux.preuve(debut, fin)


_PUCE = re.compile(
    r"(?: ;|;) (?=\S)|, (?=(?:et )?(?:a |d'|de )?(?:avoir|m'engage|s'engage"
    r"|nous engage|je m'engage|elle s'engage|il s'engage)\w*)|(?<=[;:.]) (?=(?:[-•▪–☒☐]"
    r"|[a-d1-9][).]) )| (?=☒|☐)| (?=(?:de |d'|a |la |l'|que |avoir )?\b(?:production"
    r"|communication|engagement)\b (?:des|a|de|effective|aux?|aupres))"
)


def _decoupe(document: Document) -> Iterator[tuple[int, int]]:
    for debut, fin in document.flux.phrases:
        position = debut
        for coupe in _PUCE.finditer(document.flux.normal, debut, fin):
            if coupe.start() - position > 25:
                yield position, coupe.start()
                position = coupe.end()
        yield position, fin


def _formation(enonces: list[Enonce], recolte: Recolte) -> None:
    for normal, preuve in enonces:
        if not (_FORMATION.search(normal) and _PRODUIRE.search(normal)):
            continue
        publics = [
            p
            for p, motif in ((Public.REGULATEURS, _REGULATEURS), (Public.EFFECTEURS, _EFFECTEURS))
            if motif.search(normal)
        ]
        if not publics or _NIE.search(normal):
            continue
        connue = recolte.valeurs.get("formation")
        if connue is not None and Public.REGULATEURS in connue.publics:
            return
        accomplie = _PROMESSE.search(normal) is None
        recolte.preuves.pop("formation", None)
        recolte.noter(
            "formation", AttestationFormation(publics=tuple(publics), accomplie=accomplie), preuve
        )


def _communication(enonces: list[Enonce], recolte: Recolte) -> None:
    meilleure: tuple[int, AttestationCommunication, Preuve] | None = None
    for normal, preuve in enonces:
        trouve = _COMMUNICATION.search(normal)
        effecteurs = _EFFECTEURS.search(normal)
        if not trouve or not effecteurs or _NIE.search(normal):
            continue
        if (_CRENEAUX.search(normal) and _REMONTER.search(normal)) or (
            _FORMATION.search(normal) and not _TOUS.search(normal)
        ):
            continue
        restriction = _restriction(normal)
        attestation = AttestationCommunication(
            portee=Portee.RESTREINTE if restriction else Portee.ENSEMBLE,
            restriction=restriction,
            accomplie=_PROMESSE.search(normal) is None,
        )
        note = (2 if _TOUS.search(normal) else 0) + (attestation.accomplie and not restriction)
        if meilleure is None or note > meilleure[0]:
            meilleure = note, attestation, preuve
    if meilleure:
        recolte.noter("communication", meilleure[1], meilleure[2])


def _restriction(normal: str) -> str | None:
    for effecteurs in _EFFECTEURS.finditer(normal):
        autour = normal[max(0, effecteurs.start() - 45) : effecteurs.end() + 60]
        if (mot := _RESTREINT.search(autour)) and not re.search(
            r"\b(?:ensemble|tous|totalite)\b",
            normal[max(0, effecteurs.start() - 30) : effecteurs.start()]
            if mot[0] in ("abonnes", "adherents", "ceux qui")
            else "",
        ):
            return mot[0]
    return None


def _creneaux(enonces: list[Enonce], recolte: Recolte) -> None:
    retenus = [
        (rang, normal, preuve)
        for rang, (normal, preuve) in enumerate(enonces)
        if _CRENEAUX.search(normal) and _REMONTER.search(normal) and not _NIE.search(normal)
    ]
    if not retenus:
        return
    principal = next((r for r in retenus if re.search(r"engage", r[1])), retenus[0])
    rang, normal, preuve = principal
    suites = [(n, p) for n, p in enonces[rang + 1 : rang + 4] if _se_rapporte(n)]
    avant = enonces[rang - 1][0] if rang and not re.search(r"engage", normal) else ""
    texte = " ".join([normal, *(n for n, _ in suites)])
    faible = _FAIBLE.search(texte) or (
        _FAIBLE.search(avant) if re.search(r"engage", avant) else None
    )
    types = tuple(t for t, motif in _TYPES.items() if motif.search(texte))
    recolte.noter(
        "creneaux",
        EngagementCreneaux(
            ferme=faible is None,
            affaiblissement=faible[0] if faible else None,
            portee_types=_portee_types(texte, types),
            types_cites=types,
            exceptions=_exceptions(texte),
        ),
        preuve,
        *(p for _, p in suites),
    )


def _se_rapporte(normal: str) -> bool:
    """A sentence that goes on about the slots: their types, an exception."""
    if _FORMATION.search(normal) or (
        _COMMUNICATION.search(normal) and not _CRENEAUX.search(normal)
    ):
        return False
    return bool(
        _EXCEPTION.search(normal)
        or _CRENEAUX.search(normal)
        or re.search(r"\b(?:public|snp|cpts)\b", normal)
    )


def _portee_types(texte: str, types: tuple[TypeCreneau, ...]) -> Portee:
    if set(types) == set(TypeCreneau):
        return Portee.ENSEMBLE
    limite = _limite_de_type(texte)
    if _TOUS_TYPES.search(texte) and not limite:
        return Portee.ENSEMBLE
    complets = {TypeCreneau.PUBLIC, TypeCreneau.PRO, TypeCreneau.SNP} <= set(types)
    if limite and not complets:
        return Portee.RESTREINTE
    return Portee.ENSEMBLE if complets or not types else Portee.RESTREINTE


_TYPE_NOMME = re.compile(r"\btypes?\b|\bcreneaux (?:publics?|ouverts|visibles|dedies|grand)")
_DES_GENS = re.compile(r" (?:d\w* )?(?:ceux|celles|effecteurs)")


def _limite_de_type(texte: str) -> bool:
    """A limiting word close to a slot type or to « créneaux », not to people."""
    for mot in _LIMITE_TYPES.finditer(texte):
        if re.search(
            r"\b(?:aucune?|sans|pas de|ni) (?:\w+ ){0,2}$",
            texte[max(0, mot.start() - 25) : mot.start()],
        ):
            continue
        if re.match(r" (?:pas|nullement|aucunement|en rien)\b", texte[mot.end() :]):
            continue
        autour = texte[max(0, mot.start() - 55) : mot.end() + 55]
        apres = texte[mot.end() : mot.end() + 45]
        exclut = re.match(r"exclu|hors|sauf|except|a l'ex", mot[0]) is not None
        vise_types = any(m.search(apres if exclut else autour) for m in _TYPES.values())
        nomme = _TYPE_NOMME.search(apres) is not None
        des_gens = (exclut and _EFFECTEURS.search(apres[:25])) or _DES_GENS.match(apres)
        if (vise_types or nomme) and not des_gens:
            return True
    return False


def _exceptions(texte: str) -> tuple[ExceptionRemontee, ...]:
    exceptions: list[ExceptionRemontee] = []
    for mot in _EXCEPTION.finditer(texte):
        clause = re.split(r"[.;]", texte[mot.start() : mot.start() + 330], maxsplit=1)[0]
        if re.search(
            r"sans (?:aucune )?(?:autre )?exception",
            texte[max(0, mot.start() - 20) : mot.end() + 5],
        ):
            continue
        vise_personnes = re.search(
            r"\b(?:ceux|celles|effecteurs?|praticiens?|professionnels|medecins?|clients?)\b",
            clause[:120],
        )
        opt_in = re.match(r"ayant|qui|opt|volont|lorsqu|des lors|sous reserve|avec", mot[0])
        if not vise_personnes and not opt_in:
            continue
        if (
            opt_in
            and re.match(r"(?:ayant|qui) ", mot[0])
            and exceptions
            and _REFUS.search(clause[:40])
        ):
            continue
        plateforme = _DANS_LA_PLATEFORME.search(clause)
        prevue = bool(plateforme and _REFUS.search(clause) and not _autre_voie(clause))
        exceptions.append(ExceptionRemontee(texte=clause[:200], prevue=prevue and not opt_in))
    return tuple(exceptions)


def _autre_voie(clause: str) -> bool:
    """Another way to refuse is admitted beside the platform."""
    return any(
        not re.search(
            r"(?:clients? de |utilisateurs? de )(?:la |l')?$",
            clause[max(0, m.start() - 20) : m.start()],
        )
        and not re.search(
            r"(?:et non|pas) (?:par|dans|via|aupres de)[^,]*$",
            clause[max(0, m.start() - 40) : m.start()],
        )
        for m in _AUTRE_VOIE.finditer(clause)
    )
