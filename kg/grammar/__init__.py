"""Rules of how Chinese news is written: names, offices, places, bodies, dates, gatherings and documents."""
