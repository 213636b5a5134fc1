/// What hears a document of XML as it is read.
///
/// The elements it knows are the cases of an enumeration whose raw values are their names, such as `sheet:row`; the others are
/// told as `nil`, so that nesting can be followed.
protocol XMLListener: AnyObject {
    associatedtype Element: RawRepresentable<String>, CaseIterable

    /// An element begins.
    func begin(_ element: Element?, _ attributes: XMLAttributes) throws
    /// An element ends.
    func end(_ element: Element?) throws
    /// A piece of text; one text may come in several pieces.
    func text(_ bytes: UnsafeBufferPointer<UInt8>) throws
}

/// Ends the reading of a document without a fault: the rest of it is not wanted.
struct ReadingEnds: Error {}
