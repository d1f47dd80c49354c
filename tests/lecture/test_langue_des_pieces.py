"""What the pieces say: each defect beside the harmless words that look like it."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from segur_payment.dossier import (
    ContactsSupport,
    DeclarationHonneur,
    DossierAvance,
    DossierSolde,
    Formulaire,
    JustificatifTransmission,
    NatureJustificatif,
    NatureSignature,
    Partie,
    Perimetre,
    Phase,
    Portee,
    Public,
    PvMiseEnService,
    PvVsr,
    ResultatVsr,
    Taxe,
    TypeCreneau,
)
from segur_payment.lecture import lire_dossier
from segur_payment.verdict import verifier

from .papiers import (
    ANS,
    COMMUNICATION,
    COMPLET,
    CRENEAUX,
    DEPOT,
    EDITEUR,
    FORMATION,
    SIGNATURE,
    Case,
    Champ,
    Element,
    Fiche,
    bon_avance,
    bon_solde,
    cgu,
    declaration,
    formulaire,
    juger,
    papier,
    pv_mes,
    pv_vsr,
    support,
)
from .papiers import Titre as TitreDePiece


def avance(octets: bytes) -> DossierAvance:
    """A dossier of avance with this one piece."""
    dossier = lire_dossier({"piece.pdf": octets}, date_depot=DEPOT, phase=Phase.AVANCE)
    assert isinstance(dossier, DossierAvance)
    return dossier


def solde(octets: bytes) -> DossierSolde:
    """A dossier of solde with this one piece."""
    dossier = lire_dossier({"piece.pdf": octets}, date_depot=DEPOT, phase=Phase.SOLDE)
    assert isinstance(dossier, DossierSolde)
    return dossier


def le_pv(*phrases: Element, **blocs: tuple[str, ...]) -> PvMiseEnService:
    pv = avance(pv_mes(*phrases, **blocs)).pv  # type: ignore[arg-type]
    assert pv is not None
    return pv


def la_vsr(*phrases: Element) -> PvVsr:
    pv = solde(pv_vsr(*phrases)).pv
    assert pv is not None
    return pv


def la_declaration(*attestations: Element) -> DeclarationHonneur:
    lue = avance(declaration(*attestations)).declaration
    assert lue is not None
    return lue


def les_cgu(*clauses: Element) -> JustificatifTransmission:
    (lu,) = avance(cgu(*clauses)).justificatifs
    return lu


def le_support(*lignes: Element) -> ContactsSupport:
    lu = solde(support(*lignes)).support
    assert lu is not None
    return lu


def le_formulaire(octets: bytes) -> Formulaire:
    lu = avance(octets).formulaire
    assert lu is not None
    return lu


# --- Perimeter ---

PARTIEL, ENTIER, RIEN = Perimetre.PARTIEL, Perimetre.COMPLET, None


@pytest.mark.parametrize(
    ("phrase", "perimetre"),
    [
        ("La mise en service est prononcée pour le périmètre complet.", ENTIER),
        ("La mise en service porte sur l’intégralité du périmètre.", ENTIER),
        ("Périmètre : complet", ENTIER),
        ("PÉRIMÈTRE COMPLET", ENTIER),
        ("Le périmètre est complet.", ENTIER),
        ("La mise en service est prononcée pour un périmètre partiel.", PARTIEL),
        ("Périmètre : partiel (créneaux publics seulement)", PARTIEL),
        ("Le périmètre de la mise en service est partiel.", PARTIEL),
        ("La mise en service est prononcée pour un périmètre incomplet.", PARTIEL),
        ("La mise en service ne couvre qu’une partie du périmètre.", PARTIEL),
        ("Le périmètre n’est pas complet.", PARTIEL),
        ("Le périmètre mis en service n’est pas encore complet.", PARTIEL),
        ("Mise en service partielle de la solution.", PARTIEL),
        ("La mise en service est prononcée pour un périmètre restreint à la Bretagne.", PARTIEL),
        # harmless neighbours of « partiel »
        ("La mise en service ne porte pas sur un périmètre partiel : elle est complète.", RIEN),
        ("Périmètre complet, sans aucun périmètre partiel.", ENTIER),
        ("Prononcée pour le périmètre complet et non pour un périmètre partiel.", ENTIER),
        (
            "Périmètre complet. En cas de périmètre partiel, l’éditeur n’est pas éligible.",
            ENTIER,
        ),
        ("En cas de périmètre partiel, l’éditeur n’est pas éligible à l’avance.", RIEN),
        ("Rappel : un périmètre partiel n’ouvre pas droit à l’avance.", RIEN),
        (
            "Périmètre complet. Le précédent procès-verbal constatait un périmètre partiel.",
            ENTIER,
        ),
        ("Périmètre complet. Les agents travaillent à temps partiel.", ENTIER),
        ("Périmètre complet. Le dossier de recette est incomplet sur la forme.", ENTIER),
        ("Le dossier de recette est complet.", RIEN),
        ("La solution est interfacée avec la plateforme numérique SAS.", RIEN),
    ],
)
def test_le_perimetre_que_dit_la_phrase(phrase: str, perimetre: Perimetre | None) -> None:
    pv = le_pv(phrase)
    assert pv.perimetre is perimetre
    assert bool(pv.preuves.get("perimetre")) is (perimetre is not None)


def test_une_phrase_partielle_l_emporte_sur_une_phrase_complete() -> None:
    phrases = ("La mise en service porte sur un périmètre partiel.", "Périmètre visé : complet")
    assert le_pv(*phrases).perimetre is PARTIEL


@pytest.mark.parametrize(
    ("complet", "partiel", "perimetre"),
    [(True, False, ENTIER), (False, True, PARTIEL), (True, True, RIEN), (False, False, RIEN)],
)
def test_les_cases_du_perimetre(complet: bool, partiel: bool, perimetre: Perimetre | None) -> None:
    cases = (Case("Périmètre complet", complet), Case("Périmètre partiel", partiel))
    for ordre in (cases, cases[::-1]):
        pv = le_pv("La mise en service est prononcée pour le :", *ordre)
        assert pv.perimetre is perimetre
    if complet is partiel:
        verdict = verifier(avance(pv_mes(*cases)))
        perimetres = {"SAS-MES-02", "SAS-MES-03"}
        assert {c.code for c in verdict.constats if c.bloquant} & perimetres


def test_deux_cases_cochees_sont_un_doute_et_non_un_silence() -> None:
    pv = le_pv(Case("Périmètre complet", True), Case("Périmètre partiel", True))
    assert pv.doute("perimetre")


@pytest.mark.parametrize(
    ("ecrites", "perimetre"),
    [
        ("[x] Périmètre complet   [ ] Périmètre partiel", ENTIER),
        ("[ ] Périmètre complet   [x] Périmètre partiel", PARTIEL),
        ("(X) Périmètre complet   ( ) Périmètre partiel", ENTIER),
    ],
)
def test_les_cases_ecrites_en_caracteres(ecrites: str, perimetre: Perimetre) -> None:
    assert le_pv(ecrites).perimetre is perimetre


def test_le_perimetre_de_la_vsr() -> None:
    assert la_vsr("VSR prononcée favorable pour un périmètre partiel.").perimetre is PARTIEL
    assert la_vsr("VSR favorable. Périmètre : complet").perimetre is ENTIER


# --- Reserves ---


@pytest.mark.parametrize(
    "phrase",
    [
        "Périmètre complet, avec réserves : la reprise des comptes reste à corriger.",
        "Périmètre complet. Réserves : lenteur du flux INT_R02.",
        "Périmètre complet. La mise en service est prononcée sous deux réserves mineures.",
        "Périmètre complet. L’ANS émet une réserve sur la gestion des comptes.",
    ],
)
def test_les_reserves_ecrites_sont_lues(phrase: str) -> None:
    pv = le_pv(phrase)
    assert pv.reserves
    assert pv.perimetre is ENTIER


@pytest.mark.parametrize(
    "phrase",
    [
        "Périmètre complet, sans réserve.",
        "Périmètre complet, sans aucune réserve.",
        "Périmètre complet. Réserves : néant.",
        "Périmètre complet. Réserves : aucune",
        "Périmètre complet. Réserves éventuelles : sans objet",
        "Périmètre complet. Aucune réserve n’est émise.",
        "Périmètre complet. L’ANS n’émet aucune réserve.",
        "Périmètre complet. Les réserves ont été levées le 2 juin 2025.",
        "Périmètre complet. Document ANS – tous droits réservés.",
        "Périmètre complet. Cadre réservé à l’ANS.",
        "Périmètre complet. Sous réserve de la signature des deux parties, ce PV fait foi.",
        "Périmètre complet. Accès réservé aux régulateurs.",
        "Périmètre complet. Un régulateur réserve, déplace et annule un rendez-vous.",
        "Périmètre complet. Les réserves émises oralement en comité de suivi ont été levées le 19 "
        "mars et il n’en subsiste aucune.",
    ],
)
def test_ce_qui_n_est_pas_une_reserve(phrase: str) -> None:
    assert le_pv(phrase).reserves is None


def test_la_case_avec_reserves() -> None:
    cases = ("Sans réserve", "Avec réserves")
    assert le_pv(COMPLET, *(Case(c, c == "Avec réserves") for c in cases)).reserves
    assert le_pv(COMPLET, *(Case(c, c == "Sans réserve") for c in cases)).reserves is None


# --- Signatures of both parties ---


def bloc(titre: str, *lignes: str) -> tuple[str, ...]:
    return (titre, *lignes)


@pytest.mark.parametrize(
    "lignes",
    [
        ("Claire Vasseur", "Signé électroniquement par Claire Vasseur le 05/06/2025"),
        ("Signé électroniquement par Claire Vasseur, directrice, le 5 juin 2025 à 10:12",),
        ("Signé par : Claire Vasseur", "Date : 05/06/2025"),
        ("Claire Vasseur", "Lu et approuvé"),
        ("Bon pour accord", "Claire Vasseur"),
    ],
)
def test_une_mention_remplie_signe(lignes: tuple[str, ...]) -> None:
    pv = le_pv(COMPLET, ans=("Pour l’ANS", *lignes))
    (signature,) = pv.signatures_de(Partie.ANS)
    assert signature.nature is NatureSignature.MENTION
    assert signature.signataire == "Claire Vasseur"


@pytest.mark.parametrize(
    "lignes",
    [
        (),
        ("Claire Vasseur",),
        ("Nom : Claire Vasseur", "Qualité : directrice de programme"),
        ("Nom : Claire Vasseur", "Signature :"),
        ("Claire Vasseur, directrice", "À signer"),
        ("Claire Vasseur, directrice", "Document à signer par Claire Vasseur"),
        ("Claire Vasseur", "Mention « bon pour accord » à recopier"),
        ("Signature précédée de la mention « lu et approuvé »",),
        ("En attente de signature",),
        ("Claire Vasseur", "Non signé"),
    ],
)
def test_un_bloc_sans_signature_est_vide(lignes: tuple[str, ...]) -> None:
    octets = pv_mes(ans=("Pour l’ANS", *lignes))
    pv = avance(octets).pv
    assert pv is not None
    assert pv.signatures_de(Partie.ANS) == ()
    assert pv.bloc_vide_de(Partie.ANS) is not None
    assert len(pv.signatures_de(Partie.EDITEUR)) == 1
    codes = verifier(avance(octets)).codes
    assert "SAS-MES-04" in codes
    assert not {"SAS-MES-05", "SAS-MES-07"} & set(codes)


@pytest.mark.parametrize(
    ("images", "signees"),
    [
        ((True, False), {Partie.ANS}),
        ((False, True), {Partie.EDITEUR}),
        ((True, True), set(Partie)),
        ((False, False), set()),
    ],
)
def test_l_image_d_une_signature_signe_pour_la_partie_du_bloc(
    images: tuple[bool, bool], signees: set[Partie]
) -> None:
    pv = avance(
        pv_mes(
            ans=("Pour l’ANS", "Claire Vasseur, directrice"),
            editeur=("Pour l’éditeur", "Mathilde Cornevin, présidente"),
            images=images,
        )
    ).pv
    assert pv is not None
    assert {s.partie for s in pv.signatures} == signees
    assert all(s.nature is NatureSignature.MANUSCRITE for s in pv.signatures)


def test_les_blocs_dans_l_autre_ordre() -> None:
    vide = ("Pour l’ANS", "Claire Vasseur")
    pv = avance(pv_mes(ans=EDITEUR, editeur=vide)).pv
    assert pv is not None
    assert {s.partie for s in pv.signatures} == {Partie.EDITEUR}


@pytest.mark.parametrize(
    ("ans", "editeur"),
    [
        ("Agence du Numérique en Santé", "Lisière Logiciels SAS"),
        ("Pour l’Agence du Numérique en Santé", "Pour Lisière Logiciels"),
        ("L’ANS", "L’éditeur"),
        ("Signature de l’ANS", "Signature de l’éditeur"),
    ],
)
def test_les_parties_ont_plusieurs_noms(ans: str, editeur: str) -> None:
    pv = avance(pv_mes(ans=(ans, *ANS[1:]), editeur=(editeur, *EDITEUR[1:]))).pv
    assert pv is not None
    assert {s.partie for s in pv.signatures} == set(Partie)


def test_le_signataire_sa_qualite_et_la_date_sont_lus() -> None:
    (signature,) = le_pv().signatures_de(Partie.EDITEUR)
    assert signature.signataire == "Mathilde Cornevin"
    assert signature.qualite == "présidente"
    assert signature.date == dt.date(2025, 6, 5)


# --- Dates ---


@pytest.mark.parametrize(
    ("ecrite", "lue"),
    [
        ("3 juin 2025", dt.date(2025, 6, 3)),
        ("le 3 juin 2025", dt.date(2025, 6, 3)),
        ("1er mars 2025", dt.date(2025, 3, 1)),
        ("03/06/2025", dt.date(2025, 6, 3)),
        ("03.06.2025", dt.date(2025, 6, 3)),
        ("2025-06-03", dt.date(2025, 6, 3)),
        ("29/02/2024", dt.date(2024, 2, 29)),
    ],
)
def test_la_date_de_mise_en_service(ecrite: str, lue: dt.date) -> None:
    pv = avance(pv_mes(mise_en_service=ecrite)).pv
    assert pv is not None
    assert pv.date_constat == lue


@pytest.mark.parametrize("ecrite", ["31/04/2025", "31 avril 2025", "29/02/2025", "32/01/2025"])
def test_une_date_impossible_n_est_jamais_reparee(ecrite: str) -> None:
    pieces = bon_avance(pv=pv_mes(mise_en_service=ecrite))
    dossier = lire_dossier(pieces, date_depot=DEPOT)
    assert isinstance(dossier, DossierAvance)
    assert dossier.pv is not None
    assert dossier.pv.date_constat is None
    assert [d.texte for d in dossier.pv.dates_impossibles] == [ecrite]
    verdict = verifier(dossier)
    assert "SAS-DAT-01" in verdict.codes
    assert verdict.decision != "accepter"


def test_une_mise_en_service_apres_le_depot_est_rejetee() -> None:
    verdict = juger(bon_avance(pv=pv_mes(mise_en_service="3 juillet 2025")))
    assert "SAS-MES-09" in verdict.codes
    assert verdict.decision == "rejeter"


def test_les_dates_du_pv_de_vsr() -> None:
    pv = la_vsr()
    assert (pv.date_mise_en_service, pv.date_constat) == (dt.date(2025, 3, 3), dt.date(2025, 6, 3))


# --- Result of the VSR ---


@pytest.mark.parametrize(
    ("phrase", "resultat"),
    [
        ("La VSR est prononcée favorable.", ResultatVsr.FAVORABLE),
        ("Résultat de la vérification : positif", ResultatVsr.FAVORABLE),
        ("L’ANS prononce la vérification de service régulier.", ResultatVsr.FAVORABLE),
        ("La VSR n’a pas été ajournée : elle est prononcée favorable.", ResultatVsr.FAVORABLE),
        (
            "VSR prononcée. En cas d’ajournement, un nouveau PV serait dressé.",
            ResultatVsr.FAVORABLE,
        ),
        ("Résultat de la VSR : défavorable", ResultatVsr.DEFAVORABLE),
        ("La VSR est rejetée.", ResultatVsr.DEFAVORABLE),
        ("La VSR n’est pas prononcée.", ResultatVsr.DEFAVORABLE),
        ("La VSR est ajournée au 1er septembre 2025.", ResultatVsr.AJOURNEE),
        ("L’ANS prononce l’ajournement de la VSR.", ResultatVsr.AJOURNEE),
    ],
)
def test_le_resultat_de_la_vsr(phrase: str, resultat: ResultatVsr) -> None:
    assert la_vsr("Périmètre : complet", phrase).resultat is resultat


@pytest.mark.parametrize("cochee", ["Favorable", "Ajournement", "Rejet"])
def test_les_cases_du_resultat(cochee: str) -> None:
    cases = [Case(c, c == cochee) for c in ("Favorable", "Ajournement", "Rejet")]
    attendu = {
        "Favorable": ResultatVsr.FAVORABLE,
        "Ajournement": ResultatVsr.AJOURNEE,
        "Rejet": ResultatVsr.DEFAVORABLE,
    }
    assert la_vsr("Périmètre : complet", "Décision :", *cases).resultat is attendu[cochee]


# --- Attestations ---


def test_les_trois_attestations_completes() -> None:
    lue = la_declaration()
    assert lue.sur_l_honneur
    assert lue.formation is not None
    assert lue.formation.accomplie
    assert lue.communication is not None
    assert lue.communication.portee is Portee.ENSEMBLE
    assert lue.creneaux is not None
    assert lue.creneaux.ferme
    assert lue.creneaux.portee_types is Portee.ENSEMBLE
    assert [e.prevue for e in lue.creneaux.exceptions] == [True]


@pytest.mark.parametrize(
    ("attestations", "code"),
    [
        ((COMMUNICATION, CRENEAUX), "SAS-DSH-02"),
        ((FORMATION, CRENEAUX), "SAS-DSH-03"),
        ((FORMATION, COMMUNICATION), "SAS-DSH-04"),
    ],
)
def test_une_attestation_absente_est_demandee(attestations: tuple[str, ...], code: str) -> None:
    verdict = juger(bon_avance(declaration=declaration(*attestations)))
    assert verdict.codes == (code,)
    assert verdict.decision == "completer"


@pytest.mark.parametrize(
    "phrase",
    [
        "avoir produit les documents de formation à destination des régulateurs ;",
        "que les supports de formation des régulateurs ont été élaborés et remis à l’ANS ;",
        "la production de guides de formation pour les régulateurs et les effecteurs ;",
        "Formation des régulateurs. J’ai rédigé et produit les documents qui leur sont destinés.",
    ],
)
def test_la_formation_des_regulateurs_attestee(phrase: str) -> None:
    formation = la_declaration(phrase, COMMUNICATION, CRENEAUX).formation
    assert formation is not None
    assert Public.REGULATEURS in formation.publics
    assert formation.accomplie


@pytest.mark.parametrize(
    "phrase",
    [
        "la production des documents de formation à destination des effecteurs ;",
        "que les documents de formation des régulateurs n’ont pas encore été produits ;",
        "que les documents de formation des régulateurs seront produits prochainement ;",
        "s’engager à produire les documents de formation à destination des régulateurs ;",
        "Formation des régulateurs : les documents qui leur sont destinés seront rédigés cet été.",
    ],
)
def test_la_formation_des_regulateurs_non_attestee(phrase: str) -> None:
    verdict = juger(bon_avance(declaration=declaration(phrase, COMMUNICATION, CRENEAUX)))
    assert "SAS-DSH-02" in verdict.codes


@pytest.mark.parametrize(
    "phrase",
    [
        "avoir informé l’ensemble des effecteurs clients de la solution ;",
        "qu’une communication a été adressée à tous les effecteurs utilisateurs ;",
        "la communication effectuée auprès de la totalité des effecteurs clients ;",
        "avoir communiqué auprès de chacun de ses effecteurs clients ;",
        "avoir informé l’ensemble des effecteurs, salariés comme libéraux, même à temps partiel ;",
    ],
)
def test_la_communication_a_tous_attestee(phrase: str) -> None:
    communication = la_declaration(FORMATION, phrase, CRENEAUX).communication
    assert communication is not None
    assert communication.portee is Portee.ENSEMBLE
    assert communication.accomplie


@pytest.mark.parametrize(
    "phrase",
    [
        "la communication auprès de certains effecteurs clients de la solution ;",
        "avoir informé les effecteurs volontaires de la solution ;",
        "la communication auprès des seuls effecteurs de la région Bretagne ;",
        "la communication auprès de la plupart des effecteurs clients ;",
        "avoir informé uniquement les effecteurs pilotes ;",
    ],
)
def test_la_communication_restreinte(phrase: str) -> None:
    communication = la_declaration(FORMATION, phrase, CRENEAUX).communication
    assert communication is not None
    assert communication.portee is Portee.RESTREINTE
    assert communication.restriction


ENGAGEMENT = "l’engagement à remonter "
TOUS = "l’ensemble des types de créneaux de l’ensemble des effecteurs clients"
PREVUE = ", à l’exception de ceux ayant signifié leur refus dans la plateforme numérique SAS."


@pytest.mark.parametrize(
    "phrase",
    [
        "s’efforcera de remonter " + TOUS + PREVUE,
        ENGAGEMENT + "dans la mesure du possible " + TOUS + PREVUE,
        "l’engagement à faire ses meilleurs efforts pour remonter " + TOUS + PREVUE,
        ENGAGEMENT + "progressivement " + TOUS + PREVUE,
    ],
)
def test_un_engagement_affaibli(phrase: str) -> None:
    creneaux = la_declaration(FORMATION, COMMUNICATION, phrase).creneaux
    assert creneaux is not None
    assert not creneaux.ferme
    assert creneaux.affaiblissement


@pytest.mark.parametrize(
    ("types", "portee", "cites"),
    [
        ("les créneaux publics et professionnels", Portee.RESTREINTE, {"PUBLIC", "PRO"}),
        ("uniquement les créneaux de type SNP", Portee.RESTREINTE, {"SNP"}),
        (
            "les créneaux publics et SNP, les créneaux professionnels demeurant gérés au cabinet,",
            Portee.RESTREINTE,
            {"PUBLIC", "SNP", "PRO"},
        ),
        ("l’ensemble des créneaux, hors créneaux CPTS,", Portee.RESTREINTE, {"CPTS"}),
        ("tous les types de créneaux (PUBLIC, PRO, SNP, CPTS)", Portee.ENSEMBLE, set(TypeCreneau)),
        ("les créneaux PUBLIC, PRO, SNP et CPTS", Portee.ENSEMBLE, set(TypeCreneau)),
        ("tous les créneaux, quel que soit leur type,", Portee.ENSEMBLE, set()),
        ("les créneaux de tous types, sans limite de type,", Portee.ENSEMBLE, set()),
    ],
)
def test_les_types_de_creneaux(types: str, portee: Portee, cites: set[str]) -> None:
    phrase = f"{ENGAGEMENT}{types} de l’ensemble des effecteurs clients{PREVUE}"
    creneaux = la_declaration(FORMATION, COMMUNICATION, phrase).creneaux
    assert creneaux is not None
    assert creneaux.portee_types is portee
    assert set(creneaux.types_cites) == cites


@pytest.mark.parametrize(
    "exception",
    [
        ", à l’exception de ceux ayant signifié leur refus dans la plateforme numérique SAS.",
        ", sauf ceux qui ont exprimé leur refus sur la plateforme numérique SAS.",
        ", hormis les effecteurs s’y étant opposés depuis la plateforme numérique SAS.",
        ", sans autre exception que le refus signifié par l’effecteur dans la plateforme "
        "numérique SAS.",
        ".",
    ],
)
def test_la_seule_exception_admise(exception: str) -> None:
    octets = declaration(FORMATION, COMMUNICATION, ENGAGEMENT + TOUS + exception)
    assert juger(bon_avance(declaration=octets)).codes == ()


@pytest.mark.parametrize(
    "exception",
    [
        ", à l’exception de ceux ayant signifié leur refus par courrier.",
        ", à l’exception de ceux ayant refusé par courriel adressé au support.",
        ", à l’exception de ceux ayant refusé dans la solution logicielle.",
        ", à l’exception des effecteurs exerçant en clinique.",
        " ayant donné leur accord préalable.",
        " volontaires.",
        ", à l’exception de ceux ayant signifié leur refus dans la plateforme numérique SAS ou "
        "par courriel.",
    ],
)
def test_une_exception_non_prevue(exception: str) -> None:
    octets = declaration(FORMATION, COMMUNICATION, ENGAGEMENT + TOUS + exception)
    assert "SAS-DSH-06" in juger(bon_avance(declaration=octets)).codes


def test_une_case_vide_n_atteste_rien() -> None:
    libelles = (
        "Production des documents de formation à destination des régulateurs",
        "Communication auprès de l’ensemble des effecteurs clients de la solution",
    )
    cochees = la_declaration(*(Case(texte, True) for texte in libelles), CRENEAUX)
    assert cochees.formation
    assert cochees.communication
    vide = la_declaration(Case(libelles[0], False), Case(libelles[1], True), CRENEAUX)
    assert vide.formation is None
    assert vide.communication


@pytest.mark.parametrize(
    ("preambule", "signature", "attendu"),
    [
        ("atteste sur l’honneur :", SIGNATURE, False),
        ("atteste :", SIGNATURE, False),  # the title still says « sur l'honneur »
        ("atteste sur l’honneur :", (), True),
        ("atteste sur l’honneur :", ("Fait à Nantes, le 10/06/2025",), True),
        ("atteste sur l’honneur :", (*SIGNATURE[:1], "Signature :"), True),
        (
            "atteste sur l’honneur :",
            ("Signé électroniquement par Mathilde Cornevin, présidente",),
            True,
        ),
    ],
)
def test_la_declaration_est_signee_et_datee(
    preambule: str, signature: tuple[Element, ...], attendu: bool
) -> None:
    octets = declaration(preambule=preambule, signature=signature)
    codes = juger(bon_avance(declaration=octets)).codes
    assert ("SAS-DSH-07" in codes) is attendu


# --- Clause of the CGU ---


@pytest.mark.parametrize(
    "clause",
    [
        "Une partie de vos données est transmise à la plateforme numérique SAS.",
        "Les créneaux disponibles de l’effecteur sont communiqués à la plateforme SAS.",
        "Destinataires des données : l’Agence du Numérique en Santé, pour le Service d’accès aux "
        "soins, reçoit l’identité et les créneaux de l’effecteur.",
        "Vos disponibilités et vos coordonnées sont envoyées au Service d’accès aux soins (SAS).",
        "L’éditeur remonte à la plateforme numérique SAS les données d’identité et les créneaux "
        "des effecteurs. Aucune donnée de santé des patients n’est transmise.",
        "Sauf refus de votre part, vos créneaux sont partagés avec la plateforme numérique SAS.",
    ],
)
def test_une_clause_qui_dit_la_transmission(clause: str) -> None:
    lu = les_cgu(clause)
    assert lu.nature is NatureJustificatif.CGU
    assert lu.clause
    assert lu.preuves["clause"][0].page == 1


@pytest.mark.parametrize(
    "clause",
    [
        "L’utilisateur s’engage à garder son mot de passe secret.",
        "Lisière Logiciels SAS, société par actions simplifiée, traite vos données.",
        "Vos données sont transmises à Lisière Logiciels SAS, qui les héberge en France.",
        "Les données sont transmises à la société Agenda Plus SAS, sous-traitant de l’éditeur.",
        "Aucune donnée n’est transmise à la plateforme numérique SAS.",
        "Vos données ne sont pas transmises à la plateforme numérique SAS.",
        "La solution est interfacée avec la plateforme numérique SAS.",
        "Vos données sont transmises à notre hébergeur certifié.",
    ],
)
def test_une_clause_qui_ne_la_dit_pas(clause: str) -> None:
    assert les_cgu(clause).clause is None
    assert "SAS-TRD-02" in juger(bon_avance(cgu=cgu(clause))).codes


@pytest.mark.parametrize(
    ("corps", "dit"),
    [
        ("Sans objet à ce jour.", False),
        ("Vos données restent chez l’éditeur et ne sont communiquées à personne.", False),
        ("Une partie de vos données (identité, créneaux) lui est communiquée.", True),
        ("Le client est informé que ses créneaux sont transmis à la plateforme SAS.", True),
    ],
)
def test_un_titre_d_article_promet_et_ne_dit_rien(corps: str, dit: bool) -> None:
    titre = TitreDePiece("6. Transmission de données à la plateforme SAS")
    assert (les_cgu(titre, corps).clause is not None) is dit


def test_les_cgu_d_une_autre_solution() -> None:
    autres = papier(
        TitreDePiece("Conditions générales d’utilisation"),
        Fiche((("Éditeur", "Lisière Logiciels SAS"), ("Solution logicielle", "Cabinet Horizon"))),
        "Une partie de vos données est transmise à la plateforme numérique SAS.",
    )
    assert juger(bon_avance(cgu=autres)).codes == ("SAS-TRD-04",)


# --- Support contacts ---

REG, EFF = {Public.REGULATEURS}, {Public.EFFECTEURS}


@pytest.mark.parametrize(
    ("lignes", "publics"),
    [
        (("Support des régulateurs : regulateurs@lisiere.fr",), REG),
        (("Support des effecteurs : effecteurs@lisiere.fr",), EFF),
        (("Pour les régulateurs et les effecteurs : aide@lisiere.fr",), REG | EFF),
        (("Régulateurs", "02 61 91 40 12", "Effecteurs", "02 61 91 40 13"), REG | EFF),
        (("Numéro pour tous, régulateurs comme effecteurs : 02 61 91 40 12",), REG | EFF),
        (("Médecins libéraux : aide@lisiere.fr", "OSNP et ARM : regulation@lisiere.fr"), REG | EFF),
        (("Formulaire de contact des régulateurs : https://lisiere.fr/regulateurs",), REG),
        (("Plateforme d’assistance ouverte aux effecteurs : https://aide.lisiere.fr",), EFF),
        (("Assistance : aide@lisiere.fr",), set()),
        (
            (
                "Le portail d’assistance est accessible sur https://aide.lisiere.fr.",
                "Il est ouvert aux régulateurs des services d’accès aux soins, d’une part, et aux "
                "effecteurs de nos centres, d’autre part.",
            ),
            REG | EFF,
        ),
        (("Effecteurs", "Une ligne de secours commune est ouverte : 02 61 91 40 12"), REG | EFF),
        (
            (
                "Revenus de chacun des conjoints : voir https://impots.example.fr/revenus",
                "General Data Protection Regulation : voir https://impots.example.fr/donnees",
            ),
            set(),
        ),
    ],
)
def test_les_publics_du_support(lignes: tuple[str, ...], publics: set[Public]) -> None:
    lu = le_support(*lignes)
    assert {p for p in Public if lu.sert(p)} == publics
    assert lu.canaux


@pytest.mark.parametrize(
    ("ligne", "codes"),
    [
        ("Support des régulateurs et des effecteurs : aide@lisiere.fr", set()),
        ("Support des régulateurs et des effecteurs : 02 61 91 40 12", set()),
        ("Support des régulateurs et des effecteurs : https://aide.lisiere.fr", set()),
        ("Support des régulateurs et des effecteurs : http://aide.lisiere.fr", {"SAS-SUP-05"}),
        ("Support des régulateurs et des effecteurs : aide@lisiere", {"SAS-SUP-04"}),
        ("Support des régulateurs et des effecteurs : 02 61 91 40", {"SAS-SUP-04"}),
        ("Régulateurs et effecteurs. Courriel : aide.lisiere.fr", {"SAS-SUP-04"}),
        ("Régulateurs et effecteurs. Courriel : aide@lisiere.fr", set()),
        ("Support des régulateurs : aide@lisiere.fr", {"SAS-SUP-03"}),
        ("Support des effecteurs : aide@lisiere.fr", {"SAS-SUP-02"}),
    ],
)
def test_le_support_juge(ligne: str, codes: set[str]) -> None:
    assert set(juger(bon_solde(support=support(ligne))).codes) == codes


# --- The form ---


@pytest.mark.parametrize(
    ("ecrit", "montant", "taxe"),
    [
        ("30 000,00 € HT", "30000.00", Taxe.HT),
        ("30 000 € HT", "30000.00", Taxe.HT),
        ("30\u00a0000,00\u00a0€ HT", "30000.00", Taxe.HT),
        ("30.000,00 € HT", "30000.00", Taxe.HT),
        ("30000 EUR HT", "30000.00", Taxe.HT),
        ("36 000,00 € TTC", "36000.00", Taxe.TTC),
        ("30 000,00 €", "30000.00", None),
        pytest.param(
            "trente mille euros (30 000 €) hors taxes",
            "30000.00",
            Taxe.HT,
        ),
    ],
)
def test_le_montant_demande(ecrit: str, montant: str, taxe: Taxe | None) -> None:
    lu = le_formulaire(formulaire(montant=ecrit))
    assert (lu.montant, lu.taxe) == (Decimal(montant), taxe)
    assert lu.preuves["montant"]


@pytest.mark.parametrize(
    ("ecrit", "codes"),
    [
        ("30 000,00 € HT", set()),
        ("36 000,00 € TTC", {"SAS-MNT-01"}),
        ("30 000,01 € HT", {"SAS-MNT-01"}),
        ("100 000,00 € HT", {"SAS-MNT-01"}),
        ("70 000,00 € HT", {"SAS-MNT-01"}),
    ],
)
def test_le_montant_juge(ecrit: str, codes: set[str]) -> None:
    assert set(juger(bon_avance(formulaire=formulaire(montant=ecrit))).codes) == codes


def test_un_autre_montant_du_formulaire_n_est_pas_celui_demande() -> None:
    lu = le_formulaire(formulaire("Société au capital de 85 000 €.", "Forfait : 100 000 € HT."))
    assert lu.montant == Decimal("30000.00")


@pytest.mark.parametrize(
    ("element", "vides"),
    [
        (Fiche((("Adresse", "14, quai des Charpentiers"),)), ()),
        (Fiche((("Adresse", ""),)), ("Adresse",)),
        (Fiche((("Adresse", "......................"),)), ("Adresse",)),
        (Champ("Adresse", "14, quai des Charpentiers"), ()),
        (Champ("Adresse"), ("Adresse",)),
        (Champ("Observations"), ()),
        (Fiche((("Télécopie (facultatif)", ""),)), ()),
        ("Cadre réservé à l’ASP : date de réception", ()),
    ],
)
def test_les_champs_laisses_vides(element: Element, vides: tuple[str, ...]) -> None:
    octets = formulaire(element)
    assert le_formulaire(octets).champs_vides == vides
    assert ("SAS-FOR-02" in juger(bon_avance(formulaire=octets)).codes) is bool(vides)


def test_un_champ_rempli_se_lit_comme_le_texte() -> None:
    fiche = papier(
        TitreDePiece("Formulaire de demande d’avance"),
        Champ("Raison sociale", "Lisière Logiciels SAS"),
        Champ("SIREN", "903 127 454"),
        Champ("Montant demandé", "30 000,00 EUR HT"),
    )
    lu = le_formulaire(fiche)
    assert lu.montant == Decimal("30000.00")
    assert lu.editeur is not None
    assert lu.editeur.raison_sociale == "Lisière Logiciels SAS"


@pytest.mark.parametrize(
    ("fait", "attendue"),
    [
        ("Fait à Nantes, le 12/06/2025", dt.date(2025, 6, 12)),
        ("Fait à Saint-Herblain le 1er juin 2025", dt.date(2025, 6, 1)),
        ("Nantes, le 12 juin 2025", dt.date(2025, 6, 12)),
    ],
)
def test_la_date_du_formulaire(fait: str, attendue: dt.date) -> None:
    assert le_formulaire(formulaire(fait=fait)).date == attendue


def test_un_formulaire_date_apres_le_depot() -> None:
    octets = formulaire(fait="Fait à Nantes, le 02/07/2025")
    assert "SAS-DAT-01" in juger(bon_avance(formulaire=octets)).codes


def test_la_date_du_document_l_emporte_sur_celle_de_la_signature() -> None:
    octets = formulaire(
        fait="Fait à Nantes, le 02/07/2025",
        signe="Signé électroniquement par Mathilde Cornevin le 12/06/2025",
    )
    assert "SAS-DAT-01" in juger(bon_avance(formulaire=octets)).codes


def test_l_identite_lue() -> None:
    lu = le_formulaire(formulaire())
    assert lu.editeur is not None
    assert lu.solution is not None
    assert (lu.editeur.raison_sociale, lu.editeur.siren) == ("Lisière Logiciels SAS", "903 127 454")
    assert (lu.solution.nom, lu.solution.version) == ("Agenda Lisière", "4.2")
    assert lu.phase is Phase.AVANCE
