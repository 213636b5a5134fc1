internal import Periods

/// `last saturday of january`: which weekday of which month ends a 4-4-5 year.
struct YearEndText {
    let rule: FourFourFive.YearEnd
    let month: Int
    let weeksStartOn: Weekday

    private static let months = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december",
    ]

    init?(_ text: String) {
        let words = text.lowercased().split(separator: " ").map(String.init)
        guard words.count == 4, words[2] == "of", let rule = FourFourFive.YearEnd(rawValue: words[0]),
            let last = Weekday.allCases.firstIndex(where: { "\($0)" == words[1] }),
            let month = Self.months.firstIndex(of: words[3])
        else { return nil }
        self.rule = rule
        self.month = month + 1
        weeksStartOn = Weekday.allCases[(last + 1) % 7]
    }
}
