"""Made-up people named after their role, their seats and their logins."""

from datetime import date

from django.contrib.auth.hashers import make_password

from organisering.models import Bruger, Medlemskab, Person
from rapportering.grunddata.indlaes import Grunddata
from rapportering.grunddata.tabel import dato, gem, ja, laes

AARSAG = "Demodata indlæst"


def indlaes_personer(kodeord: str) -> dict[str, Person]:
    """Insert the people, and a login for each that has an e-mail address."""
    # Hashing is slow on purpose; once is enough for accounts that share one password.
    kryptogram = make_password(kodeord)
    personer: dict[str, Person] = {}
    for raekke in laes("personer"):
        personer[raekke["noegle"]] = person = gem(Person(navn=raekke["navn"]), AARSAG)
        if raekke["email"]:
            administrator = ja(raekke["er_administrator"])
            bruger = Bruger(
                email=raekke["email"],
                password=kryptogram,
                navn=raekke["navn"],
                person=person,
                is_staff=administrator,
                is_superuser=administrator,
            )
            bruger.full_clean()
            bruger.save()
    return personer


def indlaes_medlemskaber(personer: dict[str, Person], grunddata: Grunddata) -> None:
    for raekke in laes("medlemskaber"):
        gem(
            Medlemskab(
                person=personer[raekke["person"]],
                organ=grunddata.organer[raekke["organ"]],
                rolle=grunddata.roller[raekke["rolle"]],
                repraesenterer=grunddata.organisationer[raekke["repraesenterer"]],
                fra=date.fromisoformat(raekke["fra"]),
                til=dato(raekke["til"]),
            ),
            AARSAG,
        )
