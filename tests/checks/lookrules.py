"""Rules of sourcerules.Rule for the look of ui: its colours, sizes, icons and fonts come from the desktop and ui/look, so
that dark, large text and high resolution are right everywhere."""

# A number from 2 on that is no factor of something measured: the sources are formatted, so one blank is around an operator.
_NUMBER = r"(?<![\w.'])(?<![*/] )(?:[2-9]|[1-9]\d+)(?![\w.']|\s*[*/])"
_SETTERS = (r"setContentsMargins|set(?:Horizontal|Vertical)?Spacing|addSpacing|setIndent(?:ation)?|setMargin"
            r"|setFixed(?:Size|Width|Height)|setM(?:in|ax)imum(?:Size|Width|Height|SectionSize)|setDefaultSectionSize"
            r"|setIconSize|resize|QSizeF?|QMarginsF?|adjust(?:ed)?|pixmap")
_NAMES = r"\w*(?:[sS]ide|[wW]idth|[hH]eight|[mM]argins?|[gG]ap|[sS]pacings?|[dD]iameter|[rR]adius)|[aA]round\w*"
_COLOURS = (r"white|black|red|green|blue|cyan|magenta|yellow|gray|lightGray"
            r"|dark(?:Red|Green|Blue|Cyan|Magenta|Yellow|Gray)")

UI = ("ui/",)


def rules(rule):
    """The rules, made with the class `rule`."""
    return (
        rule("no sizes in pixels", "they do not grow with the text; ui/look measures, and counts of characters do",
             rf"\b(?:{_SETTERS})\s*\((?!roomForText\()[^;{{}}]*?{_NUMBER}"
             rf"|\bconstexpr\s+(?:int|qreal|double)\s+(?:{_NAMES})\s*[={{]\s*\d"
             rf"|\bconstexpr\s+Q(?:Size|Margins|Point|Rect)F?\s+\w+[({{][^;]*?{_NUMBER}",
             bad=("layout->setSpacing(8);", "setFixedWidth(isSmall ? 52 : side);", "dialog.resize(QSize(480, 240));",
                  "setSizeHint(QSize(0, metrics.height() + 18));", "constexpr int AvatarSide = 72;",
                  "constexpr QSize Window(1080, 760);", "constexpr int around = 14;", "image.pixmap(64);"),
             good=("layout->setSpacing(space(Space::Small));", "setFixedWidth(characterWidth(metrics) * 10);",
                   "setMinimumHeight(2 * lineSpacing());", "resize(roomForText(metrics, 66, 15));", "resize(room * 9 / 10);", "setContentsMargins(0, 1, 0, 0);",
                   "constexpr int WidthInCharacters = 30;", "box->setMinimumContentsLength(10);",
                   "constexpr int LinesAround = 7;", "QSize size(0, 0);", "constexpr int FrameWidth = 8; // pixels: the desktop's"),
             folders=UI, excuse="// pixels:"),
        rule("no colours of its own", "they cannot be read on every desktop; ui/look derives them from the palette",
             rf"\bQColor\s*[({{]\s*(?:\d|0x|u?\"|QRgb)|\bQColor::from\w+\([^;]*?{_NUMBER}|\bqRgba?\s*\(|\bQt::(?:{_COLOURS})\b"
             r"|\"#[0-9a-fA-F]{3,8}\"",
             bad=("QColor(0xA8, 0xA8, 0xA8);", 'QColor c("#fff");', "painter.setPen(Qt::white);", 'x = u"#1E7A45"_s;',
                  "QColor::fromHsl(1, 2, 3);"),
             good=("palette().color(QPalette::Text);", "pixmap.fill(Qt::transparent);", "QColor::fromRgbF(a.redF() * share);", "const QColor &colour",
                   "// Qt::white on it", "icon(name, Qt::white); // colour: on the avatar's own"),
             folders=UI, look_at="lines", excuse="// colour:", allowed=("ui/look/",)),
        rule("one family of icons", "the style's do not follow the palette, and look different on each desktop",
             r"\bSP_\w+|\bfromTheme\s*\(|\bstandard(?:Icon|Pixmap)\s*\(|\bsetIcon\s*\(\s*QMessageBox::(?!NoIcon)\w+"
             r"|\bQMessageBox\s*\(\s*QMessageBox::(?!NoIcon)\w+|\bsetClearButtonEnabled\s*\(",
             bad=("style()->standardIcon(QStyle::SP_BrowserReload);", 'QIcon::fromTheme("edit-copy");',
                  "box->setIcon(QMessageBox::Question);", "new QMessageBox(QMessageBox::Question, title, text);",
                  "line.setClearButtonEnabled(true);"),
             good=('icon("copy"_L1);', "new QMessageBox(this);", "box->setStandardButtons(QMessageBox::Ok);"),
             folders=UI, allowed=("ui/look/icons.cpp", "ui/look/outlinedicons.cpp", "ui/look/outlinedstyle.h")),
        rule("no style sheets", "they replace the desktop's style, and its colours in dark",
             r"\bsetStyleSheet\s*\(", bad=('label->setStyleSheet("color: red");',), good=("// no setStyleSheet()",),
             folders=("ui/", "app/")),
        rule("text in the desktop's font", "its size is the user's choice",
             r"\bset(?:Point|Pixel)SizeF?\s*\(\s*\d|\bQFont\s*[({]\s*u?\"|\bsetFamil(?:y|ies)\s*\((?!QFontDatabase::systemFont)",
             bad=("font.setPointSize(10);", 'QFont("Sans", 12);', 'font.setFamily("Monospace");'),
             good=("font.setPointSizeF(font.pointSizeF() * scale);",
                   "fixed.setFamilies(QFontDatabase::systemFont(QFontDatabase::FixedFont).families());",
                   "QFont letters = painter.font();"),
             folders=("ui/", "app/"), look_at="lines"),
        rule("every text through tr", "it would stay English in every language",
             r"\b(?:set(?:Text|Title|WindowTitle|ToolTip|StatusTip|AccessibleName|AccessibleDescription|InformativeText|Hint"
             r"|HeaderLabels)|add(?:Action|Tab|Item|Button|Menu)|PlainLabel|TonedLabel|Heading|PageHeader|QPushButton"
             r"|QToolButton|QCheckBox|QRadioButton|QGroupBox|QAction|QMenu)\s*[({](?:[^;()\"]*,)?\s*\{?"
             r"(?:u|QStringLiteral\()?\"(?!Lanyard\")[^\"\n]*[A-Za-z]{2}"
             r"|(?:\bu|\bQStringLiteral\()\"[^\"\n]*[A-Za-z]{3,} [A-Za-z]{2,}",
             bad=('label->setText(u"Ready"_s);', 'new QPushButton(QStringLiteral("Save"));', 'setHint(edit, u"none"_s);',
                  'const QString text = u"It is not there"_s;'),
             good=('label->setText(tr("Ready"));', 'setText(u"⚠ %1"_s.arg(count));', 'addAction(icon("copy"_L1), tr("C"));',
                   'toString(day, u"MMMM yyyy"); // words: a form', 'setWindowTitle(u"Lanyard"_s);'),
             folders=UI, look_at="lines", excuse="// words:"),
        rule("nothing moves", "who has asked the desktop for less motion is not asked again by a style hint",
             r"\bQ(?:Property|Variant|Abstract|Pauses?|SequentialGroup|ParallelGroup)?Animation\b|\bQTimeLine\b"
             r"|\bQMovie\b|\bQGraphics\w*Effect\b|\bsetWindowOpacity\s*\(",
             bad=('new QPropertyAnimation(bar, "maximumHeight");', "QTimeLine line;", "bar->setWindowOpacity(0.5);"),
             good=("// QPropertyAnimation is not used", "m_reanimate();"), folders=UI),
    )
