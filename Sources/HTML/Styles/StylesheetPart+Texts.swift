extension StylesheetPart {
    /// Texts with numbered lines, what a check finds in them, and the field in which they are written.
    static let texts = """
        .listing,.finding{font-family:var(--mono);font-size:.875rem;line-height:1.5;margin:0;white-space:pre;tab-size:4}
        .line-number{display:inline-block;min-width:3.5em;padding-inline-end:1em;text-align:end;color:var(--muted);user-select:none}
        .listing .muted{font:inherit}
        .line-before{color:var(--loss)}
        .line-after{color:var(--gain)}
        .finding{color:var(--ink)}
        .notice .table-scroll{margin-block-end:0}
        .editor textarea.control{max-width:none;font-family:var(--mono);font-size:.875rem;line-height:1.5;white-space:pre;overflow:auto;tab-size:4}
        .signatures{margin-block-start:var(--s32)}
        .signatures p{margin-block-end:var(--s24);overflow-wrap:anywhere}
        .signature-line{display:inline-block;min-width:11rem;margin-inline:var(--s8) var(--s24);border-block-end:1px solid var(--edge)}
        """
}
