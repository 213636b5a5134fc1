/// What no note may be about, whoever allows it: the law protects it, and it serves no customer.
public enum ForbiddenSubject: String, Hashable, Sendable, CaseIterable {
    /// Illness, treatment, what somebody may not eat for it.
    case health
    /// Parties, votes, opinions on those who govern.
    case politics
    /// Faith and what it asks for.
    case religion
    /// Marriage, love, money and courts of somebody's own.
    case privateLife = "private-life"

    /// The subject that a text speaks of, with the word that shows it; nil where none does.
    ///
    /// Words are compared from their beginning, whatever their capitals, so that declensions are found; a word whose beginning many
    /// harmless ones share is listed whole. It is a net for what slips in, no judge: whoever writes answers for what he writes.
    public static func found(in text: String) -> (subject: ForbiddenSubject, word: String)? {
        let words = text.lowercased().replacing("ё", with: "е")
            .split { !$0.isLetter && $0 != "-" }.flatMap { [$0] + $0.split(separator: "-") }.map(String.init)
        for word in words {
            for subject in allCases where subject.names(word) { return (subject, word) }
        }
        return nil
    }

    private func names(_ word: String) -> Bool {
        whole.contains(word) || beginnings.contains { word.hasPrefix($0) }
    }

    /// Beginnings of words.
    private var beginnings: [String] {
        switch self {
        case .health:
            [
                "болезн", "заболе", "диагноз", "инвалид", "беремен", "онколог", "диабет", "депресс", "инфаркт",
                "инсульт", "аллерг", "астм", "лечени", "больниц", "госпитал", "психиатр", "таблетк", "нарком",
                "алкогол", "запой", "запои", "эпилеп", "хронич", "illness", "disease", "diagnos", "disab", "pregnan",
                "cancer",
                "diabet", "depressi", "allerg", "asthma", "surger", "hospitalis", "hospitaliz", "alcohol", "epilep",
                "medicin", "medicat", "addict", "psychiatr",
            ]
        case .politics:
            [
                "политик", "политич", "партийн", "однопарт", "единоросс", "голосовал", "оппозиц", "митинг", "депутат",
                "либерал", "коммунист", "профсоюз", "politic", "election", "oppositi", "democrat", "republican",
                "communis", "unionist",
            ]
        case .religion:
            [
                "религи", "церков", "церкв", "православн", "мусульман", "ислам", "евре", "иуде", "христиан", "католи",
                "будди", "атеис", "молит", "мечет", "синагог", "вероиспов", "верующ", "рамадан", "намаз", "сектант",
                "religi", "church", "muslim", "islam", "jewish", "christianit", "catholic", "orthodox", "buddhis",
                "atheis", "mosque", "synagog", "ramadan", "kosher", "halal",
            ]
        case .privateLife:
            [
                "развод", "развел", "любовни", "интим", "секс", "лесби", "гомосекс", "судим", "банкрот", "ипотек",
                "усынов", "бесплод", "пьющ", "divorc", "mistress", "lesbian", "homosex", "sexual", "bankrupt",
                "mortgage", "infidel",
            ]
        }
    }

    /// Words that are looked for as they are.
    private var whole: Set<String> {
        switch self {
        case .health:
            [
                "рак", "раком", "вич", "спид", "болеет", "болел", "болела", "болен", "больна", "лечится", "sick", "ill",
                "hiv", "aids", "stroke", "hospital", "drunk", "drugs", "therapy",
            ]
        case .politics: ["выборы", "выборах", "голосует", "voted", "votes", "voter"]
        case .religion: ["постится", "секта", "jew", "jews", "prays", "prayer"]
        case .privateLife: ["гей", "геи", "долги", "зарплата", "пьет", "gay", "lover", "lovers", "debts", "salary"]
        }
    }
}
