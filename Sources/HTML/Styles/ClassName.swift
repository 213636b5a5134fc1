/// The names by which the stylesheet knows parts of a page; each has its rule there.
public enum ClassName: String, CaseIterable, Sendable {
    // The page.
    case skip, header, site, account, main, footer, breadcrumbs, cards, card, hero, muted, unseen
    case headerRow = "header-row"
    case navWide = "nav-wide"
    case navNarrow = "nav-narrow"
    case footerLinks = "footer-links"
    case heroLabel = "hero-label"
    case heroFigure = "hero-figure"
    case heroUnit = "hero-unit"
    // Tables and figures.
    case table, sort, figure, gain, loss, absent, amounts
    case tableScroll = "table-scroll"
    case figureCell = "figure-cell"
    case summaryList = "summary-list"
    case summaryRow = "summary-row"
    case summaryAction = "summary-action"
    // Figures that move.
    case moved
    case liveBar = "live-bar"
    case liveSaid = "live-said"
    case cursorPages = "cursor-pages"
    case pageLink = "page-link"
    // Explanations.
    case tree, formula
    case treeStep = "tree-step"
    case treeLine = "tree-line"
    case treeLabel = "tree-label"
    case treeAmount = "tree-amount"
    case treeBody = "tree-body"
    case treeLinks = "tree-links"
    // States.
    case tag, notice, panel, actions, progress
    case toneNeutral = "tone-neutral"
    case toneInfo = "tone-info"
    case toneGain = "tone-gain"
    case toneWarn = "tone-warn"
    case toneLoss = "tone-loss"
    case panelEmpty = "panel-empty"
    case panelWaiting = "panel-waiting"
    case panelError = "panel-error"
    case panelForbidden = "panel-forbidden"
    // Forms.
    case form, field, hint, control, choice, button, squares
    case gridControl = "grid-control"
    case formRow = "form-row"
    case errorSummary = "error-summary"
    case fieldRefused = "field-refused"
    case fieldLabel = "field-label"
    case fieldError = "field-error"
    case buttonQuiet = "button-quiet"
    // Things to be done.
    case entries, entry, stack
    case entryHead = "entry-head"
    case entryTitle = "entry-title"
    case entrySide = "entry-side"
    case entryWays = "entry-ways"
    // Texts.
    case listing, finding, editor, signatures
    case lineNumber = "line-number"
    case lineBefore = "line-before"
    case lineAfter = "line-after"
    case signatureLine = "signature-line"
    // Charts.
    case chart
    case chartWide = "chart-wide"
    case chartNarrow = "chart-narrow"
    case chartTable = "chart-table"
}
