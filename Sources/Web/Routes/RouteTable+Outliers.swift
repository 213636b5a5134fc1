internal import HTTPTypes
internal import Pages
internal import Payroll

extension RouteTable {
    /// What is unusual in a period.
    static let outliers: [Route] = [
        .right([.seePay], .get, "/periods/{period}/outliers", OutlierWords.title, OutlierHandler.show),
        .right([.seePay], .get, "/periods/{period}/differences", DifferenceWords.title, DifferenceHandler.show),
        .right(
            [.review, .approve], .post, "/periods/{period}/outliers", OutlierWords.mark, body: .short,
            OutlierHandler.mark),
    ]
}
