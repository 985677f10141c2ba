"""The map: countries by their relation to the cooperation, on geometry that the build makes."""
