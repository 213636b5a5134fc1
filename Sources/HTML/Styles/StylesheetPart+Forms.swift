extension StylesheetPart {
    /// Words for states, messages and panels.
    static let states = """
        .tag{display:inline-block;padding:1px var(--s8);border-radius:var(--radius);font:600 var(--font-small);white-space:nowrap}
        .notice{padding:var(--s12) var(--s16);border-radius:var(--radius);margin-block-end:var(--s16)}
        .tone-neutral{background:var(--sunken);color:var(--muted)}
        .tone-info{background:var(--info-tint);color:var(--info)}
        .tone-gain{background:var(--gain-tint);color:var(--gain)}
        .tone-warn{background:var(--warn-tint);color:var(--warn)}
        .tone-loss{background:var(--loss-tint);color:var(--loss)}
        .panel{padding:var(--s24);background:var(--card);border:1px solid var(--line);border-radius:var(--radius);margin-block-end:var(--s16)}
        .panel h1{margin-block-start:0}
        .panel-empty{border-style:dashed;border-color:var(--edge)}
        .panel-waiting{border-color:var(--info)}
        .panel-error{border-color:var(--warn)}
        .panel-forbidden{background:var(--sunken)}
        .actions{display:flex;flex-wrap:wrap;gap:var(--s8) var(--s24);list-style:none;padding:0;margin-block-start:var(--s12)}
        .progress{appearance:none;display:block;width:100%;max-width:24rem;height:12px;border:1px solid var(--edge);border-radius:var(--radius);background:var(--sunken);margin-block-end:var(--s12);overflow:hidden}
        .progress::-webkit-progress-bar{background:var(--sunken)}
        .progress::-webkit-progress-value{background:var(--accent)}
        .progress::-moz-progress-bar{background:var(--accent)}
        """

    /// Things to be done, one under another.
    static let entries = """
        .entries,.entry-ways{list-style:none;padding:0;margin:0}
        .entry{padding-block:var(--s12);border-block-end:1px solid var(--line)}
        .entry:first-child{padding-block-start:0}
        .entries>.entry:last-child{border-block-end:0}
        .entry>p{overflow-wrap:anywhere;max-width:90ch}
        .entry-head{display:flex;flex-wrap:wrap;align-items:baseline;gap:var(--s4) var(--s12);margin-block-end:var(--s4)}
        .entry-title{font-weight:600;flex:1 1 10rem;min-width:0;overflow-wrap:anywhere}
        .entry-side{color:var(--muted);font:var(--font-label);font-variant-numeric:tabular-nums lining-nums}
        .entry-ways{display:flex;flex-wrap:wrap;align-items:center;gap:var(--s4) var(--s16);margin-block-start:var(--s4);font:var(--font-label)}
        .entry-ways a{display:inline-flex;align-items:center;min-height:32px}
        .entry-ways .button{margin:0;min-height:40px}
        .stack{display:grid;gap:var(--s16);min-width:0}
        .stack>.card{margin:0}
        @media (max-width:37.49rem){
        .entry-title{flex-basis:100%;order:1}
        .entry-side{margin-inline-start:auto}
        .entry-ways a{min-height:44px}
        }
        """

    /// Forms and their errors.
    static let forms = """
        .form{max-width:37.5rem}
        .form form+details,.form details form{margin-block-start:var(--s16)}
        .form details>summary{min-height:40px;padding-block:var(--s8);color:var(--link);cursor:pointer}
        .form-row form{display:flex;flex-wrap:wrap;align-items:end;gap:var(--s8) var(--s16)}
        .form-row .field{margin-block-end:var(--s8);flex:1 1 12rem}
        .form-row .field .control{max-width:none}
        .squares{max-width:15rem;margin-block-end:var(--s16)}
        .squares svg{display:block;width:100%;height:auto;shape-rendering:crispEdges}
        .field{border:0;margin-block-end:var(--s24);min-width:0}
        .field-label{display:block;font-weight:600;padding:0;margin-block-end:var(--s4)}
        .field>legend{float:inline-start;width:100%}
        .field>legend+*{clear:both}
        .field-label .muted{font-weight:400}
        .hint{color:var(--muted);margin-block-end:var(--s4)}
        .field-error{color:var(--loss);font-weight:600;margin-block-end:var(--s4)}
        .field-refused{border-inline-start:4px solid var(--loss);padding-inline-start:var(--s12)}
        .control{display:block;width:100%;max-width:26rem;min-height:40px;padding:var(--s8) var(--s12);font:inherit;color:var(--ink);background:var(--card);border:1px solid var(--edge);border-radius:var(--radius)}
        .field-refused .control{border:2px solid var(--loss)}
        textarea.control{max-width:66ch}
        .grid-control{min-width:9rem;text-align:end;font-variant-numeric:tabular-nums}
        .field-refused .grid-control{border:2px solid var(--loss)}
        .choice{display:flex;align-items:baseline;gap:var(--s8);min-height:40px;padding-block:var(--s4)}
        .choice input{inline-size:20px;block-size:20px;margin:0;flex:none;align-self:center;accent-color:var(--accent)}
        .choice label{flex:1;padding-block:var(--s4)}
        .button{min-height:40px;margin-block-end:var(--s8);padding:var(--s8) var(--s16);font:600 var(--font-text);color:var(--on-accent);background:var(--accent);border:1px solid var(--accent);border-radius:var(--radius);cursor:pointer}
        a.button,a.button:visited{display:inline-flex;align-items:center;color:var(--on-accent);text-decoration:none}
        .button:hover,a.button:hover{text-decoration:underline}
        .button-quiet,a.button-quiet,a.button-quiet:visited{color:var(--link);background:var(--card);border-color:var(--edge)}
        .error-summary{border:3px solid var(--loss);border-radius:var(--radius);padding:var(--s16) var(--s24);margin-block-end:var(--s24);background:var(--card)}
        .error-summary a,.error-summary a:visited{color:var(--loss);font-weight:600}
        .error-summary ul{list-style:none;padding:0}
        @media (pointer:coarse){
        .control,.button,.choice,.tree-line{min-height:48px}
        }
        """

    /// Paper: A4, no ways to elsewhere, rows unbroken, heads of tables on each page.
    static let print = """
        @media print{
        @page{size:A4;margin:15mm}
        html{font-size:10pt}
        body{background:none}
        .skip,.header,.footer-links,.breadcrumbs,.cursor-pages,.actions,.button,.chart-table{display:none}
        .main,.footer{max-width:none;padding:0}
        .entry-ways{display:none}
        .entry{break-inside:avoid}
        .cards,.stack{display:block}
        .card,.panel{border:0;padding:0;margin-block-end:12pt}
        .table-scroll{overflow:visible}
        .table th:first-child{position:static}
        thead{display:table-header-group}
        tfoot{display:table-row-group}
        .tag,.notice{border:1px solid}
        tr,.tree-line,.chart,.summary-row{break-inside:avoid}
        h2,h3,figcaption,caption{break-after:avoid}
        a{color:inherit;text-decoration:none}
        }
        """
}
