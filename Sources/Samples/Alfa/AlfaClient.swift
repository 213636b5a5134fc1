/// A shop, café or chain that buys from Alfa Trade.
struct AlfaClient {
    let id: String
    let title: String
    let segment: String
    let region: String
    /// Whose book it is in, a place in ``AlfaDesk/all``.
    let desk: Int
    /// A middling order in kopecks.
    let order: Int
    /// Orders in a usual month.
    let pace: Int
    /// Days of credit.
    let terms: Int
    let payer: Payer
    /// The month of the first order; 0 for a client of earlier years.
    let since: Int
    /// The month in which it was lost, if it was.
    var lost: Int?

    enum Payer { case prompt, usual, late }

    /// True when the client buys in that month.
    func buys(month: Int) -> Bool {
        since <= month && lost.map { month < $0 } ?? true
    }

    /// What the client may be expected to buy in a month, in kopecks.
    func expected(month: Int) -> Int {
        // An average order is 1.38 middling ones: that is how the deals are skewed.
        buys(month: month) ? order * pace * AlfaSale.season(month: month) / 1000 * 138 / 100 : 0
    }
}
