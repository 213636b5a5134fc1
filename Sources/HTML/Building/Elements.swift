// The elements that have content, each by its name in HTML. Those with an address or a name of a field are functions
// in `Elements+Required.swift`. There is no `style`, no `script` with content, no `iframe`, `object` or `embed`.

/// The root of a page.
public let html = Tag("html")
/// What a page says about itself.
public let head = Tag("head")
/// The title of a page.
public let title = Tag("title")
/// The content of a page.
public let body = Tag("body")
/// The head of a page or part.
public let header = Tag("header")
/// Ways to other pages.
public let nav = Tag("nav")
/// What the page is about.
public let main = Tag("main")
/// The foot of a page or part.
public let footer = Tag("footer")
/// A part with a heading.
public let section = Tag("section")
/// A part that stands alone.
public let article = Tag("article")
/// A part beside the rest.
public let aside = Tag("aside")
/// A group without meaning.
public let div = Tag("div")
/// A run of text without meaning.
public let span = Tag("span")
/// A paragraph.
public let p = Tag("p")
/// The heading of a page.
public let h1 = Tag("h1")
/// A heading.
public let h2 = Tag("h2")
/// A heading under `h2`.
public let h3 = Tag("h3")
/// A heading under `h3`.
public let h4 = Tag("h4")
/// A list.
public let ul = Tag("ul")
/// A numbered list.
public let ol = Tag("ol")
/// An item of a list.
public let li = Tag("li")
/// A list of names and values.
public let dl = Tag("dl")
/// A name in a list of names and values.
public let dt = Tag("dt")
/// A value in a list of names and values.
public let dd = Tag("dd")
/// A table.
public let table = Tag("table")
/// What a table shows.
public let caption = Tag("caption")
/// The head of a table.
public let thead = Tag("thead")
/// The rows of a table.
public let tbody = Tag("tbody")
/// The totals of a table.
public let tfoot = Tag("tfoot")
/// A row of a table.
public let tr = Tag("tr")
/// A header of a column or row.
public let th = Tag("th")
/// A cell.
public let td = Tag("td")
/// What can be unfolded.
public let details = Tag("details")
/// What is seen of `details` while folded.
public let summary = Tag("summary")
/// A drawing with its caption.
public let figure = Tag("figure")
/// The caption of a drawing.
public let figcaption = Tag("figcaption")
/// A group of fields.
public let fieldset = Tag("fieldset")
/// What a group of fields asks.
public let legend = Tag("legend")
/// The name of a field.
public let label = Tag("label")
/// A field with a list of choices.
public let select = Tag("select")
/// A choice.
public let option = Tag("option")
/// A button.
public let button = Tag("button")
/// A result of a form.
public let output = Tag("output")
/// Text of importance.
public let strong = Tag("strong")
/// Text with stress.
public let em = Tag("em")
/// A side note.
public let small = Tag("small")
/// Text whose direction does not touch its surroundings: every name that people entered.
public let bdi = Tag("bdi")
/// An abbreviation.
public let abbr = Tag("abbr")
/// A day or an instant.
public let time = Tag("time")
/// Text of a program or formula.
public let code = Tag("code")
/// A key.
public let kbd = Tag("kbd")
/// Text above the line.
public let sup = Tag("sup")
/// Text with its line breaks.
public let pre = Tag("pre", losesFirstLineFeed: true)
