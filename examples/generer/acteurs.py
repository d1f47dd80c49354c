"""Fictitious actors; their identifiers carry valid keys, computed with python-stdnum."""

from __future__ import annotations

from dataclasses import dataclass

from stdnum import bic, iban, luhn
from stdnum.fr import siren, siret, tva
from stdnum.iso7064 import mod_97_10

from generer.blocs import EnTete


@dataclass(frozen=True)
class Societe:
    """An éditeur that does not exist, its solution logicielle and the person who signs."""

    nom: str
    forme: str
    racine: str
    """First eight digits of the SIREN; the ninth is its key."""
    adresse: str
    ville: str
    rcs: str
    capital: str
    solution: str
    version: str
    convention: str
    signataire: str
    qualite: str
    domaine: str
    courriel: str
    telephone: str
    couleur: tuple[int, int, int]

    @property
    def siren(self) -> str:
        """SIREN, nine digits."""
        return siren.validate(self.racine + luhn.calc_check_digit(self.racine))

    @property
    def siret(self) -> str:
        """SIRET of the head office, fourteen digits."""
        base = f"{self.siren}0001"
        return siret.validate(base + luhn.calc_check_digit(base))

    @property
    def tva(self) -> str:
        """VAT number, FR and eleven digits."""
        cle = (12 + 3 * (int(self.siren) % 97)) % 97
        return "FR" + tva.validate(f"{cle:02d}{self.siren}")

    @property
    def iban(self) -> str:
        """IBAN in an imaginary bank, in groups of four."""
        banque, guichet, compte = 10599, 1021, int(self.racine)
        cle = 97 - (89 * banque + 15 * guichet + 3 * compte) % 97
        bban = f"{banque:05d}{guichet:05d}{compte:011d}{cle:02d}"
        return iban.format(iban.validate("FR" + mod_97_10.calc_check_digits(bban + "FR") + bban))

    @property
    def bic(self) -> str:
        """BIC of the imaginary bank."""
        return bic.validate("BQEXFRPP")

    @property
    def siren_lisible(self) -> str:
        """SIREN in groups of three."""
        return " ".join((self.siren[:3], self.siren[3:6], self.siren[6:]))

    @property
    def siret_lisible(self) -> str:
        """SIRET as commonly written."""
        return f"{self.siren_lisible} {self.siret[9:]}"

    @property
    def entete(self) -> EnTete:
        """Its letterhead."""
        return EnTete(
            nom=self.nom,
            lignes=(self.adresse, self.ville, f"Tél. : {self.telephone}"),
            pied=f"{self.nom} – {self.forme} au capital de {self.capital} – {self.rcs} "
            f"{self.siren_lisible} – TVA {self.tva}",
            couleur=self.couleur,
        )


LISIERE = Societe(
    nom="Lisière Logiciels SAS",
    forme="société par actions simplifiée",
    racine="90312745",
    adresse="14, quai des Charpentiers",
    ville="44200 Nantes",
    rcs="RCS Nantes",
    capital="85 000 €",
    solution="Agenda Lisière",
    version="4.2",
    convention="CI-SAS-2024-031",
    signataire="Mathilde Cornevin",
    qualite="présidente",
    domaine="lisiere-logiciels.fr",
    courriel="m.cornevin@lisiere-logiciels.fr",
    telephone="02 61 91 40 12",
    couleur=(0, 92, 104),
)

ORBELYS = Societe(
    nom="Orbélys Santé",
    forme="SARL",
    racine="81359402",
    adresse="6, rue de l’Ancienne-Filature",
    ville="69007 Lyon",
    rcs="RCS Lyon",
    capital="40 000 €",
    solution="Orbélys Rendez-vous",
    version="2.8",
    convention="CI-SAS-2024-047",
    signataire="Hugo Lambertin",
    qualite="gérant",
    domaine="orbelys-sante.fr",
    courriel="h.lambertin@orbelys-sante.fr",
    telephone="04 65 71 22 08",
    couleur=(122, 46, 80),
)

ANS = EnTete(
    nom="Agence du Numérique en Santé",
    lignes=("Service d’accès aux soins", "Plateforme numérique SAS"),
    pied="Agence du Numérique en Santé – Raccordement des éditeurs à la plateforme numérique SAS",
    couleur=(38, 70, 130),
)
ANS_SIGNATAIRE = "Claire Vasseur"
ANS_QUALITE = "directrice du programme SAS"
