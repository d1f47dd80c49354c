"""Which slot types a commitment covers: all of them, or some only."""

from __future__ import annotations

import re

from segur_payment.dossier import Portee, TypeCreneau
from segur_payment.lecture.extraction.lexique import EFFECTEURS, REMONTER
from segur_payment.lecture.extraction.modalites import Etat, etat_de
from segur_payment.lecture.extraction.tournures import neutraliser

_TYPES = {
    TypeCreneau.PUBLIC: re.compile(r"\bpublics?\b(?! (?:sas|hospitalier))"),
    TypeCreneau.PRO: re.compile(
        r"\bpro\b|\bprofessionnels\b(?! de sante (?:effecteurs?|clients?|utilisateurs?))"
    ),
    TypeCreneau.SNP: re.compile(r"\bsnp\b|\bsoins non programmes\b|\bdedie?e?s au sas"),
    TypeCreneau.CPTS: re.compile(r"\bcpts\b|\bcommunautes professionnelles"),
}
_TOUS = re.compile(
    r"(?:ensemble|totalite|integralite) (?:des? |de ses |de leurs |de tous les "
    r"|de nos )?(?:differents "
    r"|quatre )?(?:types|categories)|tous (?:les |leurs |ses |nos )?(?:differents |quatre )?types"
    r"|\btout type|toutes (?:les )?(?:categories|natures)|\bchaque type|de toute nature"
    r"|quel(?:le)?s? qu(?:e|'en) soi(?:en)?t (?:les? |leurs? |son |la )?(?:types?|nature)"
    r"|de quelque (?:type|nature)|sans distinction|types? confondus|les quatre types"
    r"|(?:ensemble des (?:creneaux|disponibilites|plages)|tous (?:les |leurs |nos )?creneaux"
    r"|(?:totalite|integralite) des (?:creneaux|disponibilites)|\btout creneau)"
    r"(?! (?:de type |dits? |ouverts? (?:au|a) )?(?:snp|pro\b|publics?\b|professionnels?\b|cpts"
    r"|grand public|dedie))"
)
_PARTIE = re.compile(
    r"\b(?:certains|quelques|plusieurs|une partie des|la plupart des|deux|trois|un seul)"
    r" types?\b|\b(?:un|deux|trois) des (?:quatre|differents) types"
)
_LIMITE = re.compile(
    r"\b(?:uniquement|seulement|seuls?|seules|exclusivement|limite\w*|restrei\w+)\b"
)
_EXCLUT = re.compile(r"\b(?:hors|sauf|hormis|excepte\w*|a l'exclusion|a l'exception|en dehors)\b")
_EST_EXCLU = re.compile(
    r"\b(?:n'etant|ne (?:sont|seront|serai(?:en)?t)|n'est|ne sera|ne remont\w+) (?:pas|plus)\b"
    r"|\b(?:est|sont|etant|seront|sera|(?:rest|demeur)(?:ent?|ant|er(?:a|ont)))"
    r" (?:exclue?s?|ecartee?s?|hors\b|(?:\w+ )?(?:au cabinet|en interne|localement))"
    r"|\b(?:rest|demeur)(?:ent?|ant|er(?:a|ont)) (?:\w+ )?(?:reserv|intern|priv|propre)"
    r"(?!\w* aux? (?:regulat|osnp|profession|communaut|grand public))"
    r"|\b(?:sera|seront|viendr\w+|suivr\w+)\b[^.;,]{0,45}\b(?:ulterieur\w*|plus tard|a terme"
    r"|prochaine version|second temps)"
)
_NE_LES_PREND_PAS = re.compile(
    r"\b(?:ne |n')(?:(?:ger|remont|propos|publi|inclu|trait|support|permet|conna|offr|couvr"
    r"|transm|pren)\w+) (?:pas|point|plus)\b"
)
_LES_AUTRES = re.compile(
    r"\bautres (?:types?|categories|natures|creneaux|plages|disponibilites)\b"
    r"|\bles autres\b(?= ?[.;,)]|$)|\ble (?:reste|surplus)\b"
)
_AVANT = 400
_EN_PLUS = re.compile(r"\b(?:outre|en plus d|au-dela d|en sus d)")
_NIE = re.compile(r"\b(?:aucune?|sans|pas de|ni|et non) (?:\w+ ){0,2}$")
_PAS_LIMITE = re.compile(r"\b(?:pas|aucunement|nullement|non) (?:\w+ ){0,3}$")
_NOMME = re.compile(
    r"\btypes?\b|\b(?:creneaux|ceux|plages) (?:publics?|ouverts|visibles|dedie|reserve)"
)
_PATIENTELE = re.compile(r"\bpatientele|\bpatients (?:habituels|connus|suivis)")
_DES_GENS = re.compile(
    r"(?: d\w*)?(?: (?:font|en|sont|seront|sera|exception|exclue?s?|les|des)){0,5}"
    r" (?:ceux (?!reserves|ouverts|dedies|visibles)|celles|effecteurs)"
)


def types_cites(texte: str) -> tuple[TypeCreneau, ...]:
    """The slot types that the words name."""
    return tuple(t for t, motif in _TYPES.items() if motif.search(texte))


def portee_des_types(texte: str) -> Portee:
    """Whether every slot type is covered."""
    cites = set(types_cites(texte))
    if _partie(texte) or _exclusion(texte) or _sauf_ceux_d_avant(texte):
        return Portee.RESTREINTE
    if cites == set(TypeCreneau) or _TOUS.search(texte):
        return (
            Portee.RESTREINTE if cites != set(TypeCreneau) and _limite(texte) else Portee.ENSEMBLE
        )
    complets = {TypeCreneau.PUBLIC, TypeCreneau.PRO, TypeCreneau.SNP} <= cites
    return Portee.ENSEMBLE if complets or not cites else Portee.RESTREINTE


def _sauf_ceux_d_avant(texte: str) -> bool:
    """« … ; les autres créneaux remontent »: those that the words before set apart do not."""
    return any(
        met_a_part(texte[max(0, mot.start() - _AVANT) : mot.start()].rpartition(";")[0], mot[0])
        for mot in _LES_AUTRES.finditer(texte)
    )


def _partie(texte: str) -> bool:
    """Some slot types are named as all that the commitment covers."""
    return any(
        not _PAS_LIMITE.search(texte[max(0, mot.start() - 40) : mot.start()])
        for mot in _PARTIE.finditer(texte)
    )


def _vise_un_type(passage: str) -> bool:
    nomme = any(m.search(passage) for m in _TYPES.values()) or _NOMME.search(passage) is not None
    return nomme and not _PATIENTELE.search(passage)


def _exclusion(texte: str) -> bool:
    """A slot type is left out: named after « hors », or before « n'étant pas remontés »."""
    for mot in _EXCLUT.finditer(texte):
        apres = texte[mot.end() : mot.end() + 55]
        if _NIE.search(texte[max(0, mot.start() - 25) : mot.start()]) or _DES_GENS.match(apres):
            continue
        if _vise_un_type(apres) and not EFFECTEURS.search(apres[:25]):
            return True
    for mot in _EST_EXCLU.finditer(texte):
        clause = re.split(r"[.;,]", texte[max(0, mot.start() - 110) : mot.start()])[-1]
        if re.search(r"\baucune?\b", clause) or re.match(r"\W*(?:les )?effecteurs\b", clause):
            continue
        if _vise_un_type(clause):
            return True
    return any(
        _vise_un_type(re.split(r"[.;,]", texte[mot.end() : mot.end() + 90])[0])
        for mot in _NE_LES_PREND_PAS.finditer(texte)
    )


def met_a_part(normal: str, engagement: str) -> bool:
    """A statement leaves slots out that the commitment after it speaks of as « les autres ».

    « Les créneaux PRO restent internes ; nous remonterons les autres »: what is set apart need
    not be said excluded, but what goes up already is not set apart.
    """
    if not _vise_un_type(normal):
        return False
    if _exclusion(normal):
        return True
    deja = REMONTER.search(normal) and etat_de(normal) in (Etat.FAIT, Etat.DIT)
    return _LES_AUTRES.search(engagement) is not None and not (deja or _EN_PLUS.search(normal))


def _limite(texte: str) -> bool:
    """A limiting word beside a slot type, not beside people."""
    texte = neutraliser(texte)
    for mot in _LIMITE.finditer(texte):
        if _NIE.search(texte[max(0, mot.start() - 25) : mot.start()]):
            continue
        apres = texte[mot.end() : mot.end() + 55]
        if re.match(r" (?:pas|nullement|aucunement|en rien)\b", apres) or _DES_GENS.match(apres):
            continue
        if _vise_un_type(texte[max(0, mot.start() - 55) : mot.start()] + apres):
            return True
    return False
