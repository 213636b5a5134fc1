import Foundation
internal import Messages
import Web
import Yams

/// What a file says about how the server is started; whatever it leaves out is as it is without a file.
struct ServerConfiguration {
    var origin: String?
    var port: Int?
    var proxies: [String]?
    var key: String?
    var language: Language?
    var limits: [RatePolicy: RateBound] = [:]
    var webhooks = WebhookOptions()

    /// Reads a file.
    ///
    /// - Throws: A finding with its place: a key that there is not, a value of another kind.
    init(path: String, text: String) throws(Diagnostic) {
        let reader = ConfigurationReader(path: path, content: text)
        guard let root = try reader.root() else { return }
        let members = try reader.members(
            of: root, known: ["origin", "port", "proxies", "key", "language", "limits", "webhooks"])
        origin = try members["origin"].map(reader.text)
        port = try members["port"].map { node throws(Diagnostic) in try reader.number(node, 1...65_535) }
        proxies = try members["proxies"].map(reader.texts)
        key = try members["key"].map(reader.text)
        language = try members["language"].map { node throws(Diagnostic) in
            guard let language = Language(rawValue: try reader.text(node)) else {
                throw reader.fault(node, LocalizedText(en: "write ru or en", ru: "напишите ru или en"))
            }
            return language
        }
        if let limits = members["limits"] { self.limits = try Self.limits(limits, reader) }
        if let webhooks = members["webhooks"] { self.webhooks = try Self.webhooks(webhooks, reader) }
    }

    private static func limits(
        _ node: Node, _ reader: ConfigurationReader
    ) throws(Diagnostic) -> [RatePolicy: RateBound] {
        let members = try reader.members(of: node, known: RatePolicy.allCases.map(\.rawValue))
        var limits: [RatePolicy: RateBound] = [:]
        for policy in RatePolicy.allCases {
            guard let own = members[policy.rawValue] else { continue }
            let bound = try reader.members(of: own, known: ["at_once", "per_minute"])
            guard let atOnce = bound["at_once"], let perMinute = bound["per_minute"] else {
                throw reader.fault(
                    own,
                    LocalizedText(
                        en: "a limit takes both 'at_once' and 'per_minute'",
                        ru: "у предела есть и «at_once», и «per_minute»"))
            }
            limits[policy] = RateBound(
                atOnce: try reader.number(atOnce, 1...1_000_000),
                perMinute: try reader.number(perMinute, 1...60_000_000))
        }
        return limits
    }

    private static func webhooks(
        _ node: Node, _ reader: ConfigurationReader
    ) throws(Diagnostic) -> WebhookOptions {
        let members = try reader.members(of: node, known: ["private_addresses", "plain_loopback"])
        var options = WebhookOptions()
        if let node = members["private_addresses"] { options.allowsPrivate = try reader.flag(node) }
        if let node = members["plain_loopback"] { options.allowsPlainLoopback = try reader.flag(node) }
        return options
    }
}

/// Reads the values of a configuration, each with its place when it is not as it must be.
private struct ConfigurationReader {
    let path: String
    let content: String

    private var lines: [Substring] { content.split(omittingEmptySubsequences: false) { $0.isNewline } }

    /// The file; `nil` when it says nothing.
    func root() throws(Diagnostic) -> Node? {
        do { return try Yams.compose(yaml: content) } catch {
            guard let error = error as? YamlError else { throw fault(line: 0, column: 0, notYAML) }
            switch error {
            case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _):
                throw fault(line: mark.line, column: mark.column, notYAML)
            case .duplicatedKeysInMapping(let names, let context):
                let all = names.sorted().joined(separator: ", ")
                throw fault(
                    line: context.mark.line, column: context.mark.column,
                    LocalizedText(en: "'\(all)' stands here twice", ru: "«\(all)» стоит здесь дважды"))
            default: throw fault(line: 0, column: 0, notYAML)
            }
        }
    }

    private var notYAML: LocalizedText { LocalizedText(en: "it stops being YAML here", ru: "здесь кончается YAML") }

    func members(of node: Node, known: [String]) throws(Diagnostic) -> [String: Node] {
        guard let mapping = node.mapping else {
            throw fault(
                node,
                LocalizedText(
                    en: "keys are expected here: \(known.joined(separator: ", "))",
                    ru: "здесь нужны ключи: \(known.joined(separator: ", "))"))
        }
        var members: [String: Node] = [:]
        for (key, value) in mapping {
            let name = key.string ?? ""
            guard known.contains(name) else {
                throw fault(
                    key, LocalizedText(en: "there is no key '\(name)'", ru: "ключа «\(name)» нет"),
                    remedy: Suggestion.remedy(for: name, among: known)
                        ?? LocalizedText(
                            en: "the keys are \(known.joined(separator: ", "))",
                            ru: "ключи: \(known.joined(separator: ", "))"))
            }
            members[name] = value
        }
        return members
    }

    func text(_ node: Node) throws(Diagnostic) -> String {
        guard let text = node.string, !text.isEmpty else {
            throw fault(node, LocalizedText(en: "a text is expected", ru: "нужен текст"))
        }
        return text
    }

    func texts(_ node: Node) throws(Diagnostic) -> [String] {
        guard let nodes = node.sequence else { return [try text(node)] }
        var texts: [String] = []
        for node in nodes { texts.append(try text(node)) }
        return texts
    }

    func number(_ node: Node, _ range: ClosedRange<Int>) throws(Diagnostic) -> Int {
        guard let number = node.int, range.contains(number) else {
            throw fault(
                node,
                LocalizedText(
                    en: "a whole number from \(range.lowerBound) to \(range.upperBound) is expected",
                    ru: "нужно целое число от \(range.lowerBound) до \(range.upperBound)"))
        }
        return number
    }

    func flag(_ node: Node) throws(Diagnostic) -> Bool {
        guard let flag = node.bool else {
            throw fault(node, LocalizedText(en: "true or false is expected", ru: "нужно true или false"))
        }
        return flag
    }

    func fault(_ node: Node, _ message: LocalizedText, remedy: LocalizedText? = nil) -> Diagnostic {
        fault(line: node.mark?.line ?? 0, column: node.mark?.column ?? 0, message, remedy: remedy)
    }

    private func fault(
        line: Int, column: Int, _ message: LocalizedText, remedy: LocalizedText? = nil
    ) -> Diagnostic {
        let lines = lines
        let lineText = lines.indices.contains(line - 1) ? String(lines[line - 1]) : nil
        return Diagnostic(
            .error, code: "configuration", at: Place(file: path, line: line, column: column, lineText: lineText),
            message, remedy: remedy)
    }
}
