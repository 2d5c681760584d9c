"""Working days: the days of the week on which the desk works, less public holidays and its own days off."""

from collections.abc import Container
from datetime import date, timedelta

from blogsmith.model.conversation import WEEKDAYS, CommentsConfig

_LONGEST_CLOSURE = 366


class Workdays:
    """A calendar of one desk."""

    def __init__(self, config: CommentsConfig) -> None:
        """Raises ValueError for a country that is not known, and where no day of the week is a working day."""
        self._weekdays = {WEEKDAYS.index(name) for name in config.working_days}
        self._off = frozenset(config.days_off)
        self._holidays = _holidays(config.holidays) if config.holidays else frozenset()
        if not self._weekdays:
            raise ValueError(config.holidays)

    def is_working(self, day: date) -> bool:
        """Whether comments are answered on a day."""
        return day.weekday() in self._weekdays and day not in self._off and day not in self._holidays

    def after(self, day: date, count: int) -> date:
        """The day on which the `count`th working day behind `day` ends."""
        for _ in range(_LONGEST_CLOSURE * max(count, 1)):
            if count <= 0:
                break
            day += timedelta(days=1)
            count -= self.is_working(day)
        return day

    def between(self, start: date, end: date) -> int:
        """Working days behind `start`, up to `end` and with it."""
        return sum(self.is_working(start + timedelta(days=step)) for step in range(1, (end - start).days + 1))


def _holidays(place: str) -> Container[date]:
    """Of a country, or a region of one. Raises ValueError where it is not known."""
    # A hundred countries take longer to load than a preview has to open; a blog may need none.
    from holidays import country_holidays
    from holidays.registry import EntityLoader

    country, _, region = place.partition("-")
    if country not in EntityLoader.get_country_codes(include_aliases=True):
        raise ValueError(place)
    whole = country_holidays(country)
    if not region:
        return whole
    if region not in (*whole.subdivisions, *whole.subdivisions_aliases):
        raise ValueError(place)
    return country_holidays(country, subdiv=region)
