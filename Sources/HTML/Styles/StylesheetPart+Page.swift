extension StylesheetPart {
    /// The page, its header and footer, cards.
    static let page = """
        *,*::before,*::after{box-sizing:border-box}
        html{scroll-padding-top:var(--s64);-webkit-text-size-adjust:100%;text-size-adjust:100%}
        body{margin:0;background:var(--page);color:var(--ink);font:var(--font-text);overflow-wrap:break-word}
        h1,h2,h3,h4,p,ul,ol,dl,dd,figure,fieldset{margin:0;padding:0}
        h1{font:600 var(--font-title);margin-block:var(--s24) var(--s16);text-wrap:balance}
        h2{font:600 var(--font-lead);margin-block-end:var(--s12)}
        h3,h4{font:600 var(--font-text);margin-block-end:var(--s8)}
        p{max-width:66ch}
        ul,ol{padding-inline-start:var(--s24)}
        a{color:var(--link);text-underline-offset:.15em}
        a:visited{color:var(--visited)}
        a:hover{text-decoration-thickness:2px}
        code,kbd,pre{font-family:var(--mono);font-size:.9em}
        :focus-visible{outline:3px solid var(--focus);outline-offset:2px;border-radius:2px}
        main:focus{outline:none}
        .unseen{position:absolute;width:1px;height:1px;margin:-1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
        .muted{color:var(--muted);font:var(--font-label)}
        [hidden]{display:none!important}
        .skip{position:absolute;inset-inline-start:var(--s8);top:-100px;padding:var(--s12) var(--s16);background:var(--card);z-index:3}
        .skip:focus{top:var(--s8)}
        .header{background:var(--card);border-block-end:1px solid var(--line)}
        .header-row,.main,.footer{max-width:1280px;margin-inline:auto;padding-inline:var(--s24)}
        .header-row{display:flex;align-items:center;gap:var(--s8) var(--s24);min-height:56px}
        .header a,.actions a,.page-link{display:inline-flex;align-items:center;min-height:40px}
        .header nav a,.header .account a{padding-inline:var(--s12);color:var(--ink);text-decoration:none;border-radius:var(--radius)}
        .header nav a:hover,.header .account a:hover{text-decoration:underline}
        .header nav a[aria-current]{background:var(--info-tint);font-weight:600}
        .site{font-weight:600;color:var(--ink);text-decoration:none}
        .site:visited{color:var(--ink)}
        .nav-wide{flex:1}
        .nav-wide ul{display:flex;flex-wrap:wrap;list-style:none;padding:0;gap:var(--s4)}
        .nav-narrow{display:none}
        .account{margin-inline-start:auto}
        .main{padding-block-end:var(--s48)}
        .main>p,[data-live]>p{margin-block-end:var(--s16)}
        .main>.actions,[data-live]>.actions{margin-block-end:var(--s16)}
        .footer{padding-block:var(--s24);border-block-start:1px solid var(--line);color:var(--muted);font:var(--font-label)}
        .footer-links{display:flex;flex-wrap:wrap;gap:var(--s8) var(--s24);list-style:none;padding:0;margin-block-end:var(--s8)}
        .breadcrumbs ol{display:flex;flex-wrap:wrap;list-style:none;padding:0;margin-block-start:var(--s16);font:var(--font-label)}
        .breadcrumbs li+li::before{content:"›";margin-inline:var(--s8);color:var(--muted)}
        .cards{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,26rem),1fr));gap:var(--s16);align-items:start;margin-block-end:var(--s16)}
        .card{background:var(--card);border:1px solid var(--line);border-radius:var(--radius);padding:var(--s24);min-width:0;margin-block-end:var(--s16)}
        .cards>.card,.cards>.panel{margin:0}
        .card>:last-child{margin-block-end:0}
        .hero{margin-block-end:var(--s24)}
        .hero-label{color:var(--muted)}
        .hero-figure{font:600 var(--font-hero);font-variant-numeric:tabular-nums lining-nums}
        .hero-unit{font:var(--font-lead);color:var(--muted)}
        .live-bar{display:flex;flex-wrap:wrap;align-items:center;justify-content:space-between;gap:var(--s8) var(--s16);margin-block-end:var(--s8)}
        .footer-links a,.breadcrumbs a,.live-bar a,.tree-links a,.error-summary li a{display:inline-block;padding-block:var(--s4)}
        .live-said:not(:empty){margin-block-end:var(--s8);color:var(--muted)}
        .moved{outline:3px solid var(--accent);outline-offset:var(--s4);border-radius:var(--radius)}
        @media (max-width:59.99rem){
        .nav-wide{display:none}
        .nav-narrow{display:block;border-block-start:1px solid var(--line)}
        .nav-narrow summary{min-height:48px;padding:var(--s12) var(--s16);cursor:pointer}
        .nav-narrow ul{list-style:none;padding:0 var(--s4) var(--s12)}
        .nav-narrow a{min-height:48px;width:100%}
        }
        @media (max-width:37.49rem){
        h1{font:600 var(--font-heading)}
        .header-row,.main,.footer{padding-inline:var(--s16)}
        .card{padding:var(--s16)}
        .hero-figure{font:600 var(--font-title)}
        }
        @media (prefers-reduced-motion:no-preference){
        html{scroll-behavior:smooth}
        }
        @media (prefers-reduced-motion:reduce){
        *,*::before,*::after{animation:none!important;transition:none!important;scroll-behavior:auto!important}
        }
        """
}
