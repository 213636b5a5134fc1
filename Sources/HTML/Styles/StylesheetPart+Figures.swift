extension StylesheetPart {
    /// Figures, tables, lists of names and values, ways through lists.
    static let tables = """
        .figure{font-variant-numeric:tabular-nums lining-nums;white-space:nowrap}
        .figure.loss,.loss{color:var(--loss)}
        .figure.gain,.gain{color:var(--gain)}
        .absent{color:var(--muted)}
        a.absent{display:inline-block;min-width:24px}
        .table-scroll{overflow-x:auto;max-width:100%;margin-block-end:var(--s16);position:relative}
        .table{border-collapse:separate;border-spacing:0;width:100%;font:var(--font-text);font-variant-numeric:tabular-nums lining-nums}
        .table caption{text-align:start;font-weight:600;padding-block-end:var(--s8)}
        .table th,.table td{padding:var(--s8) var(--s12);text-align:start;vertical-align:top;border-block-end:1px solid var(--line);height:40px}
        .table thead th{color:var(--muted);font:600 var(--font-label);vertical-align:bottom;border-block-end:1px solid var(--edge)}
        .table tbody th{font-weight:400}
        .table tfoot th,.table tfoot td{font-weight:600;border-block-start:1px solid var(--edge);border-block-end:0}
        .table th:first-child{position:sticky;inset-inline-start:0;background:var(--card);z-index:1;min-width:8rem;max-width:24rem}
        .table .figure-cell{text-align:end;white-space:nowrap}
        .table td a,.table th a{display:inline-block;padding-block:2px;margin-block:-2px}
        .sort,.sort:visited{color:inherit}
        .summary-list{margin-block-end:var(--s16)}
        .summary-row{display:grid;grid-template-columns:minmax(8rem,14rem) 1fr auto;gap:var(--s4) var(--s16);padding-block:var(--s8);border-block-end:1px solid var(--line)}
        .summary-row dt{color:var(--muted)}
        .summary-row dd{overflow-wrap:anywhere}
        .amounts .summary-row{grid-template-columns:1fr auto auto}
        .amounts dd{text-align:end}
        .amounts dd .muted{margin-inline-start:auto}
        .summary-action{text-align:end}
        .summary-action a{display:inline-block;min-height:24px}
        .cursor-pages{display:flex;flex-wrap:wrap;align-items:center;gap:var(--s8) var(--s16);margin-block:var(--s8) var(--s16)}
        @media (max-width:37.49rem){
        .summary-row{grid-template-columns:1fr auto}
        .summary-row dt{grid-column:1/-1}
        .amounts .summary-row{grid-template-columns:1fr auto}
        .amounts .summary-row dt{grid-column:auto}
        .amounts .summary-action{grid-column:1/-1}
        .table th:first-child{max-width:10rem}
        .page-link{min-height:48px}
        }
        """

    /// Steps that unfold.
    static let explanations = """
        .tree{list-style:none;padding:0;margin:0}
        .tree .tree{border-inline-start:1px solid var(--line);padding-inline-start:var(--s12);margin-block-start:var(--s8)}
        .tree-step{border-block-end:1px solid var(--line)}
        .tree .tree>.tree-step:last-child{border-block-end:0}
        .tree-step:target{outline:3px solid var(--focus);outline-offset:2px}
        .tree-line{display:flex;flex-wrap:wrap;align-items:baseline;gap:0 var(--s16);min-height:40px;padding-block:var(--s8);padding-inline-start:var(--s24);position:relative}
        summary.tree-line{cursor:pointer;list-style:none}
        summary.tree-line::-webkit-details-marker{display:none}
        summary.tree-line::before{content:"";position:absolute;inset-inline-start:4px;top:calc(var(--s8) + .4rem);border-style:solid;border-width:.35rem 0 .35rem .5rem;border-color:transparent transparent transparent var(--muted)}
        details[open]>summary.tree-line::before{transform:rotate(90deg)}
        summary.tree-line:hover .tree-label{text-decoration:underline}
        .tree-label{flex:1 1 8rem}
        .tree-amount{margin-inline-start:auto;text-align:end;font-variant-numeric:tabular-nums lining-nums}
        .tree-body{padding-inline-start:var(--s24);padding-block-end:var(--s12)}
        .tree-links{display:flex;flex-wrap:wrap;gap:var(--s4) var(--s16);list-style:none;padding:0;font:var(--font-label)}
        .formula{margin-block:var(--s8);padding:var(--s8) var(--s12);background:var(--sunken);border-radius:var(--radius);max-width:none;overflow-wrap:anywhere}
        @media (max-width:37.49rem){
        .tree-line{min-height:48px}
        .tree-body{padding-inline-start:var(--s12)}
        }
        """

    /// Drawings with their captions and tables.
    static let charts = """
        .chart{container-type:inline-size;margin-block-end:var(--s16);max-width:45rem}
        .chart figcaption{font-weight:600;margin-block-end:var(--s8)}
        .chart svg{display:block;width:100%;height:auto;font-family:var(--family);font-variant-numeric:tabular-nums lining-nums}
        .chart text{stroke-linejoin:round}
        .chart-narrow{max-width:30rem}
        .chart .chart-wide{display:none}
        @container (min-width:32rem){
        .chart .chart-wide{display:block}
        .chart .chart-narrow{display:none}
        }
        .chart-table{margin-block-start:var(--s8);font:var(--font-label)}
        .chart-table>summary{min-height:24px;padding-block:var(--s4);color:var(--link);cursor:pointer}
        """
}
