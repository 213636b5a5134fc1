internal import HTTPTypes
internal import Pages

extension RouteTable {
    /// The people of a unit.
    static let teamUnits: [Route] = [
        .team(
            .get, "/team/{unit}", Words(ru: "Люди подразделения", en: "The people of a unit"), TeamUnitsHandler.unit)
    ]
}
