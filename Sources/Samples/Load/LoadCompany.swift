import Periods

/// A company of any size for measuring speed: one calculation with millions of sales and thousands of people.
///
/// The people stand in four levels; sales are skewed to few sellers and to the ends of months; three in a hundred are
/// returns with negative amounts; one in ten is shared by two people. The same seed gives the same bytes.
///
///     try LoadCompany(sales: 1_000_000).write { path, chunk in try append(chunk, to: path) }
public struct LoadCompany: Sendable {
    /// How many sales there are, returns among them.
    public let sales: Int
    /// How many people there are; at least ten.
    public let people: Int
    /// How many months there are, from January 2024 on.
    public let months: Int
    /// How many product groups with a rate of their own there are.
    public let groups: Int
    /// What all is drawn from.
    public let seed: UInt64

    /// A company of that size.
    public init(sales: Int, people: Int = 10_000, months: Int = 24, groups: Int = 50, seed: UInt64 = 42) {
        self.sales = max(sales, 0)
        self.people = max(people, 10)
        self.months = max(months, 1)
        self.groups = max(groups, 1)
        self.seed = seed
    }

    /// Hands over the files of the company folder in pieces.
    ///
    /// - Parameter write: called with a path in the folder and the next bytes of that file; files may take turns.
    public func write(_ write: (_ path: String, _ chunk: [UInt8]) throws -> Void) rethrows {
        let generator = SeededGenerator(seed: seed)
        try write("company.yaml", [UInt8](companyText.utf8))
        try write("metrics.yaml", [UInt8](metricsText.utf8))
        try write("plans.yaml", [UInt8](plansText(generator).utf8))
        let staff = LoadStaff(people: people)
        try writeStaff(staff, generator, write)
        try writeCatalogue(write)
        let weights = LoadWeights(people: people, generator)
        try writeTargets(weights, generator, write)
        try writeSales(weights, generator, write)
    }

    /// Clients there are: ten for every person.
    var clients: Int { people * 10 }

    static let first = CivilDay(year: 2024, month: 1, day: 1) ?? .earliest

    /// The first day of a month, counted from 0.
    func day(ofMonth month: Int) -> CivilDay {
        Self.first.adding(months: month) ?? .latest
    }
}
