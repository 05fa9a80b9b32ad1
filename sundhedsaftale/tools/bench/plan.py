"""What a run measures: which sizes, how often, on which databases."""

from collections.abc import Mapping
from dataclasses import dataclass

from rapportering.demo.indlaes import SUNDHEDSAFTALE
