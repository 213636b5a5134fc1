internal import HTTPTypes
internal import Pages

extension RouteTable {
    /// The figures that the company goes by.
    static let kpis: [Route] = [
        .signedIn(.get, "/kpis", PlanWords.kpis, KPIHandler.list),
        .signedIn(.get, "/kpis/{kpi}", Words(ru: "Карточка показателя", en: "The card of a KPI"), KPIHandler.show),
    ]
}
