internal import Foundation
internal import Messages

/// What is to be known of a line, as its row holds it: `{"reason":{…},"remarks":[…]}`.
///
/// Rows of runs that an earlier version kept hold a bare code, or nothing, instead: they have no remarks.
enum LineRemarks {
    private static let nothing = #"{"remarks":[]}"#

    private struct Form: Decodable {
        var reason: MessageForm?
        var remarks: [MessageForm]
    }

    /// The text of a row; the same remarks are the same text everywhere.
    static func text(_ reason: CodedMessage?, _ remarks: [CodedMessage]?) -> String {
        guard let remarks else { return reason?.code ?? "" }
        if reason == nil, remarks.isEmpty { return nothing }
        let reason = reason.map { [("reason", text(of: $0))] } ?? []
        return MessageJSON.object(reason + [("remarks", MessageJSON.array(remarks.map(text)))])
    }

    /// The text of a message alone.
    static func text(of message: CodedMessage) -> String { MessageJSON.text(of: message) }

    /// Whether a row's text is of a version that keeps remarks.
    static func isKept(_ text: String) -> Bool { text.hasPrefix("{") }

    /// What a row's text says; remarks are `nil` where an earlier version kept none.
    static func read(_ text: String) -> (reason: CodedMessage?, remarks: [CodedMessage]?) {
        if text == nothing { return (nil, []) }
        guard isKept(text), let form = try? JSONDecoder().decode(Form.self, from: Data(text.utf8)) else {
            let isCode = !text.isEmpty && !text.hasPrefix("[")
            return (isCode ? CodedMessage(text, [], LocalizedText(text)) : nil, nil)
        }
        return (form.reason?.message, form.remarks.map(\.message))
    }

    /// The message of a text; `nil` when it is none.
    static func message(_ text: String) -> CodedMessage? {
        (try? JSONDecoder().decode(MessageForm.self, from: Data(text.utf8)))?.message
    }
}
