"""What a sentence does with the words in it: asserts them, denies them, or only cites them.

A mention counts by its place: what governs it on its left, what follows it on its right. Each
look is a bounded window, so that a text of any length costs in proportion to its length.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from segur_payment.lecture.document import Vue
from segur_payment.lecture.extraction.modalites import au_conditionnel
from segur_payment.lecture.extraction.tournures import affirmer
from segur_payment.lecture.mise_en_page import VIDE

_GAUCHE, _DROITE = 220, 160

_HYPOTHESE_AVANT = re.compile(
    r"(?:\bsi\b(?! bien)|\ben cas d|\bdans le cas\b|\bhypothe\w+|\beventuel\w*|\blorsqu\w+|\bs'il\b"
    r"|\bquand\b|\bau cas ou\b|\ba defaut|\bfaute d|\bsauf en cas|\ba supposer|\bsous peine)"
    r"[^,;:.]*$"
)
_POSSIBLE = re.compile(r"\b(?:pourr\w+|eut|fut)\b")
_REVOLU = re.compile(
    r"\b(?:avai(?:t|ent)|etai(?:t|ent)|portai(?:t|ent)|couvrai(?:t|ent)|concernai(?:t|ent)"
    r"|constatai(?:t|ent)|prononcai(?:t|ent)|correspondai(?:t|ent)|visai(?:t|ent)"
    r"|s'(?:est|etait) (?:achev|termin|conclu)\w+"
    r"|initial\w*|precedent\w*|precedemment|anterieur\w*|jusqu'alors|auparavant|abandonn\w+"
    r"|annul\w+"
    r"|apres (?:une?|cette|ce|la|le|l'|avoir|plusieurs|deux)(?= )|remplac\w+|caduque?|rejoint"
    r"|dans un premier temps|lors de la phase)\b"
)
_A_PRESENT = re.compile(
    r"\b(?:finalement|desormais|aujourd'hui|maintenant|a present|a ce jour|en definitive"
    r"|present\w*)\b"
)
_DEFINITION_AVANT = re.compile(
    r"(?:\bon entend|\bentend par|\bdesign\w+|\bdefini\w*\b|\bglossaire|\bdistingu\w+"
    r"|\bpour memoire"
    r"|\brappel\w*|\bpar opposition|\bcontrairement|\ba la difference|\bplutot qu|\bau lieu d"
    r"|\bpassage d|\bpasse(?:r|e)? d|\bexclu\w*|\bexclusion\b|\bobstacle\b|\bulterieur\w*"
    r"|\bpilotes?\b)"
    r"[^;:.]*$"
)
_NIE = re.compile(
    r"(?:\b(?:ne(?= )|n'(?=[a-z]))|\bsans\b|\bni\b|\bnon\b(?! seulement)"
    r"|\baucune?s?\b|\bnul(?:le)?\b"
    r"|\bpas\b|\bhors de\b|\babsence d|\bdepourvue?\b|\bdenuee?\b|\bexempte?\b)"
    r"(?P<entre>[^,;:.]{0,110})$"
)
_REPREND = re.compile(
    r"(?<!n')\b(?:est|sont) (?:\w+ ){0,2}?(?:prononc|constat|act|limit|valid|accept|livr|ouvert)"
    r"|\bmais\b|\btoutefois\b|\bcependant\b|\bet (?:que )?(?:la|le|les|l')|\bce qui\b|\bporte sur\b"
)
_OUVRE_UNE_HYPOTHESE = re.compile(
    r"[\W\d]*(?:si|s'il|en cas d\w*|lorsqu\w+|dans l'hypothese|dans le cas|au cas|a defaut|quand)\b"
)
_BORNE_FORTE = re.compile(r"[;:.]")
_BORNE_AVANT = re.compile(r"[,;:(] ")
_BORNE_APRES = re.compile(r"[,;:).?!]")
_NE_QUE = re.compile(
    r"\b(?:ne\b|n')(?:(?!\bpas\b|\bpoint\b)[^;:.,]){0,60}?\bqu(?:e\b|')[^;:.]{0,60}$"
)


@dataclass(frozen=True, slots=True)
class Mention:
    """Words found, in the sentence that holds them."""

    vue: Vue
    trouve: re.Match[str]
    phrase: tuple[int, int]

    @property
    def avant(self) -> str:
        """The sentence before the words, the last 220 characters of it."""
        debut = self.trouve.start()
        return self.vue.normal[max(self.phrase[0], debut - _GAUCHE) : debut]

    @property
    def apres(self) -> str:
        """The sentence after the words, the first 160 characters of it."""
        fin = self.trouve.end()
        return self.vue.normal[fin : min(self.phrase[1], fin + _DROITE)]

    @property
    def suite(self) -> str:
        """What follows, the next sentences included."""
        return self.vue.normal[self.trouve.end() : self.trouve.end() + _DROITE]

    def refusee(self, refuses: set[int]) -> bool:
        """It is the label of a box that is not ticked."""
        jetons = self.vue.jetons(*self.trouve.span())
        return any(id(j) in refuses for j in jetons) or self.avant.rstrip(" \"'([").endswith(VIDE)

    @property
    def clause(self) -> tuple[str, str]:
        """What stands before and after it, up to the nearest punctuation."""
        return _BORNE_AVANT.split(self.avant)[-1], _BORNE_APRES.split(self.apres, maxsplit=1)[0]

    @property
    def hypothese(self) -> bool:
        """It hangs on « si », « en cas de », « le cas échéant »."""
        return _HYPOTHESE_AVANT.search(self.avant) is not None

    @property
    def consequence(self) -> bool:
        """Its sentence opens on a case that is supposed: « En cas de …, la décision est … »."""
        debut = self.vue.normal[self.phrase[0] : self.trouve.start()][-_GAUCHE:]
        return _OUVRE_UNE_HYPOTHESE.match(_BORNE_FORTE.split(debut)[-1]) is not None

    def suivantes(self, nombre: int) -> list[tuple[int, int]]:
        """Spans of the sentences that follow its own."""
        phrases = self.vue.phrases
        rang = bisect_right(phrases, (self.trouve.end(), 0))
        return phrases[rang : rang + nombre]

    def supposee(self, *, phrase: bool = True) -> bool:
        """It is supposed, defined or cited: « en cas de », « on entend par », « relatif à ».

        Args:
            phrase: whether « contrairement à », « par opposition à » and the like reach it over
                a comma.
        """
        avant, apres = self.clause
        return bool(
            self.hypothese
            or _DEFINITION_AVANT.search(affirmer(self.avant if phrase else avant))
            or au_conditionnel(clause := avant + self.trouve[0] + apres)
            or _POSSIBLE.search(clause)
        )

    def revolue(self, *, phrase: bool) -> bool:
        """It is over: told in the past, replaced, given up; in its clause or in its sentence."""
        avant, apres = self.clause
        if phrase and not _A_PRESENT.search(avant + apres):
            avant, apres = self.avant, self.apres
        return _REVOLU.search(f"{avant} {self.trouve[0]} {apres}") is not None

    @property
    def niee(self) -> bool:
        """A negation reaches it: « ne porte pas sur », « sans », « ni » – not « ne … que »."""
        trouve = _NIE.search(self.avant)
        if trouve is None or _NE_QUE.search(self.avant):
            return False
        return _REPREND.search(self.avant, trouve.start("entre")) is None


def mentions(vue: Vue, motif: re.Pattern[str]) -> Iterator[Mention]:
    """Every place of ``motif``, within the sentence that holds it."""
    phrases = vue.phrases
    rang = 0
    for trouve in vue.chercher(motif):
        while rang + 1 < len(phrases) and phrases[rang + 1][0] <= trouve.start():
            rang += 1
        debut, fin = phrases[rang] if phrases else (0, len(vue.normal))
        yield Mention(vue, trouve, (min(debut, trouve.start()), max(fin, trouve.end())))
