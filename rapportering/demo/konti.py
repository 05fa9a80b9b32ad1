"""Made-up people named after their role, their seats and their logins."""

from datetime import date

from django.contrib.auth.hashers import make_password

from organisering.models import Bruger, Medlemskab, Organ, Organisation, Person, Rolle
from rapportering.demo.tabel import dato, gem, ja, laes


def indlaes_personer(kodeord: str) -> dict[str, Person]:
    """Insert the people, and a login for each that has an e-mail address."""
    # Hashing is slow on purpose; once is enough for accounts that share one password.
    kryptogram = make_password(kodeord)
    personer: dict[str, Person] = {}
    for raekke in laes("personer"):
        personer[raekke["noegle"]] = person = gem(Person(navn=raekke["navn"]))
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


def indlaes_medlemskaber(
    personer: dict[str, Person],
    organer: dict[str, Organ],
    roller: dict[str, Rolle],
    organisationer: dict[str, Organisation],
) -> None:
    for raekke in laes("medlemskaber"):
        gem(
            Medlemskab(
                person=personer[raekke["person"]],
                organ=organer[raekke["organ"]],
                rolle=roller[raekke["rolle"]],
                repraesenterer=organisationer[raekke["repraesenterer"]],
                fra=date.fromisoformat(raekke["fra"]),
                til=dato(raekke["til"]),
            )
        )
