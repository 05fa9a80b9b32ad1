"""What to suggest as the source of a measurement."""

from indsatser.models import Maaling, Maaltal

# What the regions and the state publish that targets are measured by.
KENDTE = (
    "Den Nationale Sundhedsprofil (Hvordan har du det?)",
    "De 8 nationale mål for sundhedsvæsenet",
    "Sundhedsdatastyrelsen (LPR3)",
    "LUP, den landsdækkende undersøgelse af patientoplevelser",
    "Kommunal opgørelse",
    "KKR-opgørelse",
    "Egen opgørelse",
)


def laes_kilder(maaltal: Maaltal) -> list[str]:
    """Return the sources used before in the agreement, the måltal's own first, and then the known ones."""
    brugte = Maaling.objects.filter(maaltal__maalsaetning__aftale=maaltal.maalsaetning.aftale_id)
    par = brugte.order_by("-aar", "-pk").values_list("maaltal_id", "kilde")
    egne = [kilde for pk, kilde in par if pk == maaltal.pk]
    andres = [kilde for pk, kilde in par if pk != maaltal.pk]
    return list(dict.fromkeys([*egne, *filter(None, [maaltal.kilde]), *andres, *KENDTE]))
