"""Fictitious éditeurs whose identifiers are valid and belong together."""

from __future__ import annotations

import random
from dataclasses import dataclass

from segur_payment.dossier import Editeur, SolutionLogicielle

_BANQUE, _GUICHET, _BIC = 10599, 1021, "BQEXFRPP"
"""An imaginary bank."""


@dataclass(frozen=True, slots=True)
class EditeurFictif:
    """An éditeur that does not exist, its solution logicielle and the person who signs.

    Its SIREN, SIRET, VAT number and IBAN carry valid keys and are all of the same company. No
    register was consulted: a number may by chance be one that exists.
    """

    nom: str
    forme: str
    racine: str
    """First eight digits of the SIREN; the ninth is its key."""
    adresse: str
    code_postal: str
    ville: str
    solution: str
    version: str
    signataire: str
    qualite: str
    domaine: str
    telephone: str
    convention: str

    @property
    def siren(self) -> str:
        """SIREN, nine digits in groups of three."""
        siren = self._siren
        return f"{siren[:3]} {siren[3:6]} {siren[6:]}"

    @property
    def siret(self) -> str:
        """SIRET of the head office, as commonly written."""
        from stdnum import luhn

        base = f"{self._siren}0001"
        return f"{self.siren} 0001{luhn.calc_check_digit(base)}"

    @property
    def tva(self) -> str:
        """VAT number, FR and eleven digits."""
        return f"FR{(12 + 3 * (int(self._siren) % 97)) % 97:02d}{self._siren}"

    @property
    def iban(self) -> str:
        """IBAN in an imaginary bank, in groups of four; its RIB key is right too."""
        from stdnum.iso7064 import mod_97_10

        compte = int(self.racine)
        cle = 97 - (89 * _BANQUE + 15 * _GUICHET + 3 * compte) % 97
        bban = f"{_BANQUE:05d}{_GUICHET:05d}{compte:011d}{cle:02d}"
        iban = "FR" + mod_97_10.calc_check_digits(bban + "FR") + bban
        return " ".join(iban[i : i + 4] for i in range(0, len(iban), 4))

    @property
    def bic(self) -> str:
        """BIC of the imaginary bank."""
        return _BIC

    @property
    def editeur(self) -> Editeur:
        """As a piece names it."""
        return Editeur(raison_sociale=self.nom, siren=self.siren, siret=self.siret, tva=self.tva)

    @property
    def logiciel(self) -> SolutionLogicielle:
        """Its solution logicielle, as a piece names it."""
        return SolutionLogicielle(nom=self.solution, version=self.version)

    @property
    def _siren(self) -> str:
        from stdnum import luhn

        return f"{self.racine}{luhn.calc_check_digit(self.racine)}"


LISIERE = EditeurFictif(
    nom="Lisière Logiciels",
    forme="SAS",
    racine="90312745",
    adresse="14, quai des Charpentiers",
    code_postal="44200",
    ville="Nantes",
    solution="Agenda Lisière",
    version="4.2",
    signataire="Mathilde Cornevin",
    qualite="présidente",
    domaine="lisiere-logiciels.fr",
    telephone="02 61 91 40 12",
    convention="CI-SAS-2024-031",
)
"""The éditeur of every dossier whose seed is 0."""

ORBELYS = EditeurFictif(
    nom="Orbélys Santé",
    forme="SARL",
    racine="81359402",
    adresse="6, rue de l’Ancienne-Filature",
    code_postal="69007",
    ville="Lyon",
    solution="Orbélys Rendez-vous",
    version="2.8",
    signataire="Hugo Lambertin",
    qualite="gérant",
    domaine="orbelys-sante.fr",
    telephone="04 65 71 22 08",
    convention="CI-SAS-2024-047",
)
"""The other éditeur: the one that a defect puts in the place of the first."""

_MAISONS = (
    "Arvalie", "Brisance", "Cormelis", "Doravel", "Écluzane", "Floréane", "Garancelle", "Hélivert",
    "Isambre", "Jonquelle", "Kerlanne", "Lumerive", "Mirandel", "Novambre", "Ondelise", "Pervanche",
)  # fmt: skip
_METIERS = ("Logiciels", "Santé", "Numérique", "Informatique médicale", "Systèmes")
_LOGICIELS = ("Agenda", "Planning", "Cabinet", "Rendez-vous", "Consultation")
_FORMES = ("SAS", "SARL", "SA")
_VILLES = (
    ("35000", "Rennes", "02 99"), ("59000", "Lille", "03 20"), ("33000", "Bordeaux", "05 56"),
    ("31000", "Toulouse", "05 61"), ("13001", "Marseille", "04 91"), ("75011", "Paris", "01 42"),
)  # fmt: skip
_RUES = ("rue des Tanneurs", "avenue du Moulin", "place du Marché", "impasse des Lilas")
_SIGNATAIRES = (
    ("Agathe Delorme", "directrice générale"), ("Bastien Chevrel", "président"),
    ("Coralie Montagnac", "présidente"), ("Damien Roussel", "directeur général"),
    ("Éloïse Garnier", "gérante"), ("François Lemaître", "gérant"),
)  # fmt: skip


def editeur_fictif(graine: int = 0) -> EditeurFictif:
    """The éditeur of a seed: the same seed always gives the same one; 0 is Lisière Logiciels."""
    if graine == 0:
        return LISIERE
    hasard = random.Random(graine)  # noqa: S311 - fictitious data, nothing to protect
    maison, metier = hasard.choice(_MAISONS), hasard.choice(_METIERS)
    code_postal, ville, indicatif = hasard.choice(_VILLES)
    signataire, qualite = hasard.choice(_SIGNATAIRES)
    return EditeurFictif(
        nom=f"{maison} {metier}",
        forme=hasard.choice(_FORMES),
        racine=str(hasard.randrange(40_000_000, 99_000_000)),
        adresse=f"{hasard.randrange(1, 90)}, {hasard.choice(_RUES)}",
        code_postal=code_postal,
        ville=ville,
        solution=f"{hasard.choice(_LOGICIELS)} {maison}",
        version=f"{hasard.randrange(1, 12)}.{hasard.randrange(10)}",
        signataire=signataire,
        qualite=qualite,
        domaine=f"{_sans_accent(maison)}.fr",
        telephone=f"{indicatif} {hasard.randrange(10, 99)} {hasard.randrange(10, 99)} "
        f"{hasard.randrange(10, 99)}",
        convention=f"CI-SAS-2024-{hasard.randrange(100, 999)}",
    )


def _sans_accent(nom: str) -> str:
    return nom.lower().translate(str.maketrans("éè", "ee"))
