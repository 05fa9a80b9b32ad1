from sundhedsaftale.faelles.dansk import soegenoegle


def titelnoegle(titel: str) -> str:
    """What two titles have in common when they are the same, whatever their capitals and spaces."""
    return " ".join(soegenoegle(titel).split())
