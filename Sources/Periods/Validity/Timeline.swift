/// Values in the order of time, at most one on any day; days without a value are allowed.
public struct Timeline<Value: Sendable>: Sendable {
    /// The values with their days, the earliest first.
    public let entries: [Dated<Value>]

    /// Puts the values in order; one that holds on no day at all is left out.
    ///
    /// - Throws: ``TimelineOverlap`` with the earliest two values that hold on the same day.
    public init(_ values: some Sequence<Dated<Value>>) throws(TimelineOverlap<Value>) {
        let entries = values.filter { !$0.validity.isEmpty }.sorted { $0.validity.from < $1.validity.from }
        // Sorted by start, some two overlap only if some two neighbours do.
        for (earlier, later) in zip(entries, entries.dropFirst()) where earlier.validity.overlaps(later.validity) {
            throw TimelineOverlap(earlier: earlier, later: later)
        }
        self.entries = entries
    }

    /// The value that holds on the day, or nil when none does.
    public func value(on day: CivilDay) -> Value? {
        let index = firstIndex(endingAfter: day)
        guard index < entries.count, entries[index].validity.contains(day) else { return nil }
        return entries[index].value
    }

    /// The values that hold on some day of the range, in order, each with only its days in the range.
    public func pieces(in range: DayRange) -> [Dated<Value>] {
        var pieces: [Dated<Value>] = []
        for entry in entries[firstIndex(endingAfter: range.from)...] {
            guard let days = entry.validity.intersection(range) else { break }
            pieces.append(Dated(entry.value, days))
        }
        return pieces
    }

    private func firstIndex(endingAfter day: CivilDay) -> Int {
        entries.firstIndexInSorted { $0.validity.until > day }
    }
}

extension Timeline: Equatable where Value: Equatable {}

extension Timeline: Hashable where Value: Hashable {}

/// Two values that claim the same day of a timeline.
public struct TimelineOverlap<Value: Sendable>: Error {
    /// The one that starts first.
    public let earlier: Dated<Value>
    /// The one that starts before the first has ended.
    public let later: Dated<Value>

    /// The days that both claim.
    public var days: DayRange {
        DayRange(
            from: later.validity.from, clampingUntil: min(earlier.validity.until, later.validity.until))
    }
}
