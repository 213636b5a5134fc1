import HTML

extension Axis {
    /// The figures of the marks, exact and as short as they can be: 0, 0,5 млн, 1,0 млн.
    func labels(in language: Language, suffix: String?) -> [String] {
        let largest = max(low.magnitude, high.magnitude)
        let one = PowersOfTen.power(places).magnitude
        if suffix == nil, largest >= one * 1_000_000, let labels = labels(in: language, shift: 6, .million) {
            return labels
        }
        if suffix == nil, largest >= one * 10_000, let labels = labels(in: language, shift: 3, .thousand) {
            return labels
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
