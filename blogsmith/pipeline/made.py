"""Mappings whose values are made when they are asked for, once, and made again when they are forgotten."""

from collections.abc import Callable, Collection, Iterator, Mapping, Set
from typing import Generic, TypeVar

from blogsmith.model.document import Outline

K = TypeVar("K")
V = TypeVar("V")


class Made(Mapping[K, V], Generic[K, V]):
    """A value for each of `keys`; a key for which `make` raises KeyError is not there. Belongs to one thread."""

    def __init__(self, keys: Collection[K], make: Callable[[K], V]) -> None:
        self._keys, self._make = keys, make
        self._made: dict[K, V] = {}

    def __getitem__(self, key: K) -> V:
        try:
            return self._made[key]
        except KeyError:
            if key not in self._keys:
                raise
        value = self._made[key] = self._make(key)
        return value

    def __iter__(self) -> Iterator[K]:
        return iter(self._keys)

    def __len__(self) -> int:
        return len(self._keys)

    def put(self, key: K, value: V) -> None:
        """Sets a value that was made elsewhere."""
        self._made[key] = value

    def so_far(self) -> Mapping[K, V]:
        """What was asked for until now."""
        return dict(self._made)

    def forget(self, *keys: K) -> None:
        """Has values made again; without keys, all."""
        for key in keys or tuple(self._made):
            self._made.pop(key, None)


class Ids(Set[str]):
    """The ids in a body, which is not parsed before somebody asks for one."""

    def __init__(self, outlines: Mapping[str, Outline], path: str) -> None:
        self._outlines, self._path = outlines, path

    def __contains__(self, name: object) -> bool:
        return name in self._outlines[self._path].ids

    def __iter__(self) -> Iterator[str]:
        return iter(self._outlines[self._path].ids)

    def __len__(self) -> int:
        return len(self._outlines[self._path].ids)
