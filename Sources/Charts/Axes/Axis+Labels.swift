import HTML

extension Axis {
    /// From which figure on a word stands for zeros, and for how many.
    private static let words: [(from: UInt128, shift: Int, phrase: Phrase)] = [
        (1_000_000_000, 9, .billion), (1_000_000, 6, .million), (10_000, 3, .thousand),
    ]

    /// The figures of the marks, exact and as short as they can be: 0, 0,5 млн, 1,0 млн.
    func labels(in language: Language, suffix: String?) -> [String] {
        let largest = max(low.magnitude, high.magnitude)
        let one = PowersOfTen.power(places).magnitude
        for word in Self.words where suffix == nil && largest >= one * word.from {
            if let labels = labels(in: language, shift: word.shift, word.phrase) { return labels }
        }
        let places = self.places - spare(of: self.places)
        return ticks.map { tick in
            text(tick, divided: self.places - places, places: places, in: language)
                + (suffix.map { "\u{A0}" + $0 } ?? "")
        }
    }

    /// The figures in thousands or millions, if one decimal is enough for all of them.
    private func labels(in language: Language, shift: Int, _ word: Phrase) -> [String]? {
        let kept = places + shift - spare(of: places + shift)
        guard kept <= 1 else { return nil }
        return ticks.map { tick in
            tick == 0
                ? "0"
                : text(tick, divided: places + shift - kept, places: kept, in: language) + "\u{A0}"
                    + word.text(in: language)
        }
    }

    /// How many of the places are zero at every mark.
    private func spare(of places: Int) -> Int {
        var spare = 0
        while spare < places, step % PowersOfTen.power(spare + 1) == 0 { spare += 1 }
        return spare
    }

    private func text(_ tick: Int128, divided: Int, places: Int, in language: Language) -> String {
        guard let figure = Figure(units: tick / PowersOfTen.power(divided), places: places) else { return "" }
        return FigureText.text(figure, in: language)
    }
}
