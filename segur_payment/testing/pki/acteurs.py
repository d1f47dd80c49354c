"""The cast: who signs, under which authorities, with what the user trusts."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from .certificats import (
    Autorite,
    Identite,
    Porteur,
    autosigne,
    cle_rsa,
    jour,
    racine,
)

SIGNE_LE = jour(2025, 3, 3, 10)
"""When the first party of a scenario signs; the second one signs a day later."""
CONTRESIGNE_LE = SIGNE_LE + dt.timedelta(days=1)
MOMENT = jour(2025, 4, 2, 12)
"""The moment of verification that the documented results hold for."""

SIREN_EDITEUR = "732829320"
"""A SIREN with a right key, of nobody in particular."""
EDITEUR = Identite("Paul Durand", "Logiciel Exemple SAS", SIREN_EDITEUR)
ANS = Identite("Jeanne Martin", "Agence du Numérique en Santé", "187512751")
PERSONNE_EDITEUR = Identite("Paul Durand")
PERSONNE_ANS = Identite("Jeanne Martin")
ANS_IGC = Identite("sas-signature.test", "ASIP-SANTE", unites=("318751275100020",))
EDITEUR_UNITE = Identite("Paul Durand", "Logiciel Exemple SAS", unites=(f"0002 {SIREN_EDITEUR}",))
AUTRE_EDITEUR = Identite("Hélène Petit", "Autre Éditeur SARL", "542107651")
PLATEFORME = Identite("Cachet – Parapheur Exemple", "Parapheur Exemple SA", "552100554")


@dataclass(frozen=True)
class Pki:
    """Everything that the scenarios sign with."""

    racine: Autorite
    """The root that a user trusts: the authorities of the éditeur, the ANS and the platform."""
    autorite_editeur: Autorite
    autorite_ans: Autorite
    autorite_plateforme: Autorite
    editeur: Porteur
    """Paul Durand, of Logiciel Exemple SAS, SIREN in ``organizationIdentifier``."""
    ans: Porteur
    """Jeanne Martin, of the Agence du Numérique en Santé."""
    editeur_unite: Porteur
    """The same éditeur, its SIREN in an organisational unit (« 0002 732829320 »)."""
    ans_igc: Porteur
    """An organisation's certificate as the IGC-Santé makes them: former name, SIRET after a 3."""
    personne_editeur: Porteur
    """Paul Durand alone: the platform names no organisation."""
    personne_ans: Porteur
    """Jeanne Martin alone."""
    plateforme: Porteur
    """The seal of a signature service: the persons are only in the visible text."""
    autre_editeur: Porteur
    """Another company, trusted as well."""
    horodateur: Porteur
    """The time-stamping authority, trusted."""
    expire: Porteur
    """The éditeur, with a certificate that ended in 2022."""
    expire_depuis: Porteur
    """The éditeur, with a certificate that ended between the signature and ``MOMENT``."""
    revoque: Porteur
    """The éditeur, with a certificate that the list revokes before the signature."""
    revoque_sans_point: Porteur
    """The same, by a certificate that does not say where the list would be."""
    revoque_apres: Porteur
    """The éditeur, with a certificate that the list revokes after the signature."""
    editeur_rsa: Porteur
    """The éditeur, with an RSA key."""
    inconnu: Porteur
    """The éditeur, by an authority that the user does not trust."""
    usurpateur: Porteur
    """« Agence du Numérique en Santé », by an authority of another name that nobody trusts."""
    usurpateur_complet: Porteur
    """The same, by authorities that have the very names of the true ones."""
    autosigne: Porteur
    """The éditeur, with a certificate that he made himself."""

    def revocations(self) -> bytes:
        """The list of revocations (CRL) of the éditeur's authority, in DER."""
        return self.autorite_editeur.revocations(
            {
                self.revoque.certificat.serial_number: jour(2025, 2, 1),
                self.revoque_sans_point.certificat.serial_number: jour(2025, 2, 1),
                self.revoque_apres.certificat.serial_number: jour(2025, 3, 20),
            },
            validite=(jour(2025, 3, 25), jour(2025, 4, 25)),
        )

    def listes(self) -> tuple[bytes, ...]:
        """The lists of all authorities: that of the éditeur's, and empty ones, in DER."""
        autres = (self.autorite_ans, self.autorite_plateforme, self.racine)
        return (self.revocations(), *map(_vide, autres))

    def deposer(self, dossier: Path) -> None:
        """Write what a user has: ``racines/*.pem`` to trust, ``crl/*.crl`` to look into."""
        fichiers = {"racines/racine.pem": self.racine.pem}
        noms = ("editeurs", "ans", "plateforme", "racine")
        fichiers |= {f"crl/{n}.crl": o for n, o in zip(noms, self.listes(), strict=True)}
        for chemin, octets in fichiers.items():
            cible = dossier / chemin
            cible.parent.mkdir(parents=True, exist_ok=True)
            cible.write_bytes(octets)


def _vide(autorite: Autorite) -> bytes:
    return autorite.revocations({}, validite=(jour(2025, 3, 25), jour(2025, 4, 25)))


@cache
def pki_de_test() -> Pki:
    """The authorities and the signers, built once in a process (about 0,1 s)."""
    nom_racine = Identite("Racine de test", "Autorité Exemple")
    nom_ans = Identite("AC ANS de test", "Autorité Exemple")
    vraie = racine(nom_racine)
    editeurs = vraie.intermediaire(Identite("AC Éditeurs de test", "Autorité Exemple"))
    agence = vraie.intermediaire(nom_ans)
    service = vraie.intermediaire(Identite("AC Parapheur de test", "Parapheur Exemple SA"))
    ailleurs = racine(Identite("Autre racine", "Autre Autorité"))
    jumelle = racine(nom_racine, "jumelle").intermediaire(nom_ans)
    return Pki(
        racine=vraie,
        autorite_editeur=editeurs,
        autorite_ans=agence,
        autorite_plateforme=service,
        editeur=editeurs.emettre(EDITEUR),
        ans=agence.emettre(ANS),
        editeur_unite=editeurs.emettre(EDITEUR_UNITE),
        ans_igc=agence.emettre(ANS_IGC),
        personne_editeur=service.emettre(PERSONNE_EDITEUR),
        personne_ans=service.emettre(PERSONNE_ANS),
        plateforme=service.emettre(PLATEFORME),
        autre_editeur=editeurs.emettre(AUTRE_EDITEUR),
        horodateur=vraie.emettre(
            Identite("Horodatage de test", "Autorité Exemple"), cle=cle_rsa(), horodatage=True
        ),
        expire=editeurs.emettre(
            EDITEUR, validite=(jour(2020, 1, 1), jour(2022, 1, 1)), graine="expire"
        ),
        expire_depuis=editeurs.emettre(
            EDITEUR, validite=(jour(2024, 1, 1), jour(2025, 3, 15)), graine="expire depuis"
        ),
        revoque=editeurs.emettre(EDITEUR, graine="revoque"),
        revoque_sans_point=editeurs.emettre(EDITEUR, liste=False, graine="revoque sans point"),
        revoque_apres=editeurs.emettre(EDITEUR, graine="revoque apres"),
        editeur_rsa=editeurs.emettre(EDITEUR, cle=cle_rsa(), graine="rsa"),
        inconnu=ailleurs.emettre(EDITEUR),
        usurpateur=ailleurs.emettre(ANS),
        usurpateur_complet=jumelle.emettre(ANS),
        autosigne=autosigne(EDITEUR),
    )
