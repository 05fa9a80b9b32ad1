"""What a reader may choose to see beside each initiative."""

from django.db.models import TextChoices


class Kolonne(TextChoices):
    MAAL = "maal", "Målsætning"
    SLAGS = "slags", "Slags"
    FASE = "fase", "Fase"
    VIRKEMIDLER = "virkemidler", "Virkemidler"
    TOVHOLDER = "tovholder", "Tovholder"
    BELOEB = "beloeb", "Beløb, planlagt"
    FAKTISK = "faktisk", "Trak ressourcer, faktisk beløb"

    @property
    def i_aar(self) -> bool:
        """Whether it stands in the cell of each year and not in a column of its own."""
        return self in {Kolonne.BELOEB, Kolonne.FAKTISK}


STANDARD = (Kolonne.MAAL,)
"""What is shown when the address says nothing."""
