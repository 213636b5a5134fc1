/// An attribute of an element.
///
/// There is no way to make one of any name: no `style`, no `on…`, and no address that is a string.
public struct Attribute: Sendable, Equatable {
    let name: StaticString
    let value: Value

    enum Value: Sendable, Equatable {
        /// Present or absent: `hidden`.
        case flag
        case text(String)
        case literal(String)
        case paint(fill: String?, stroke: ColourToken?)
        case whole(Int)
        case measure(Double)
        case classes([ClassName])
        case oneClass(ClassName)
        case address(Address)
        case measures([Double])
        case reference(Identifier)
        case points([[Point]], closed: Bool)
    }

    init(_ name: StaticString, _ value: Value) {
        self.name = name
        self.value = value
    }

    /// Two attributes are the same when they are written the same.
    public static func == (left: Attribute, right: Attribute) -> Bool {
        left.name.description == right.name.description && left.value == right.value
    }

    func write(into page: inout PageWriter) {
        page.byte(32)
        page.literal(name)
        if case .flag = value { return }
        page.literal("=\"")
        writeValue(into: &page)
        page.byte(34)
    }

    private func writeValue(into page: inout PageWriter) {
        switch value {
        case .flag: break
        case .text(let text), .literal(let text): page.text(text)
        case .whole(let number): page.whole(number)
        case .measure(let number): page.measure(number)
        case .oneClass(let name): page.plain(name.rawValue)
        case .classes(let names):
            for (place, name) in names.enumerated() {
                if place > 0 { page.byte(32) }
                page.plain(name.rawValue)
            }
        case .paint(let fill, let stroke): page.paint(fill: fill, stroke: stroke)
        case .address(let address): page.text(address.text)
        case .measures(let numbers):
            for (place, number) in numbers.enumerated() {
                if place > 0 { page.byte(32) }
                page.measure(number)
            }
        case .reference(let identifier):
            page.literal("url(#")
            page.text(identifier.text)
            page.byte(41)
        case .points(let lines, let closed): page.path(lines, closed: closed)
        }
    }
}
