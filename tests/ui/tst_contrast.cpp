#include "tests/ui/desk.h"
#include "ui/common/contrast.h"
#include "ui/common/messagebar.h"

#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QTableView>
#include <QToolButton>
#include <QTreeView>

#include <map>

using namespace Qt::StringLiterals;

namespace lanyard::testing {

namespace {

// The colours of a desktop, as its platform theme hands them to Qt. What a theme leaves out stays as it was.
struct Desktop
{
    const char *name;
    const char *window;
    const char *windowText;
    const char *base;
    const char *alternateBase;
    const char *text;
    const char *button;
    const char *buttonText;
    const char *highlight;
    const char *highlightedText;
    const char *placeholder; // null: Qt's own, which may be that of another theme
};

const Desktop desktops[] = {
    {"Fusion", "#efefef", "#000000", "#ffffff", "#f7f7f7", "#000000", "#efefef", "#000000", "#308cc6", "#ffffff",
     "#80000000"},
    {"Breeze light", "#eff0f1", "#232629", "#ffffff", "#f7f7f7", "#232629", "#fcfcfc", "#232629", "#3daee9", "#ffffff",
     "#707d8a"},
    {"Breeze dark", "#2a2e32", "#fcfcfc", "#1b1e20", "#232629", "#fcfcfc", "#31363b", "#fcfcfc", "#3daee9", "#fcfcfc",
     "#80000000"}, // Qt 6.4 leaves the light theme's there
    {"Adwaita dark", "#303030", "#ffffff", "#2d2d2d", "#353535", "#ffffff", "#353535", "#eeeeec", "#15539e", "#ffffff",
     "#80eeeeec"},
    {"Adwaita light", "#f6f5f4", "#2e3436", "#ffffff", "#fbfafa", "#000000", "#f6f5f4", "#2e3436", "#3584e4", "#ffffff",
     "#802e3436"},
    {"high contrast", "#000000", "#ffffff", "#000000", "#000000", "#ffffff", "#000000", "#ffffff", "#ffff00", "#000000",
     "#ffffff"},
};

QPalette paletteOf(const Desktop &desktop)
{
    QPalette palette;
    const std::pair<QPalette::ColorRole, const char *> colours[] = {
        {QPalette::Window, desktop.window},
        {QPalette::WindowText, desktop.windowText},
        {QPalette::Base, desktop.base},
        {QPalette::AlternateBase, desktop.alternateBase},
        {QPalette::Text, desktop.text},
        {QPalette::Button, desktop.button},
        {QPalette::ButtonText, desktop.buttonText},
        {QPalette::Highlight, desktop.highlight},
        {QPalette::HighlightedText, desktop.highlightedText},
        {QPalette::PlaceholderText, desktop.placeholder},
        {QPalette::Light, desktop.button},
        {QPalette::Mid, desktop.button},
        {QPalette::ToolTipBase, desktop.base},
        {QPalette::ToolTipText, desktop.text},
    };
    for (const auto &[role, colour] : colours)
        palette.setColor(role, QColor(QLatin1StringView(colour)));
    palette.setColor(QPalette::Disabled, QPalette::WindowText, QColor(0x80, 0x80, 0x80));
    palette.setColor(QPalette::Disabled, QPalette::Text, QColor(0x80, 0x80, 0x80));
    palette.setColor(QPalette::Disabled, QPalette::ButtonText, QColor(0x80, 0x80, 0x80));
    return palette;
}

// The contrast of what is drawn there: between the most frequent colour and the one that differs most from it, of which
// there are several pixels (the edges of letters are mixed).
double measured(const QImage &image)
{
    std::map<QRgb, int> counts;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            ++counts[image.pixel(x, y) | 0xFF000000];
    }
    const auto background = std::max_element(counts.begin(), counts.end(),
                                             [](const auto &a, const auto &b) { return a.second < b.second; });
    double best = 1;
    for (const auto &[colour, count] : counts) {
        if (count >= 3)
            best = std::max(best, contrast(QColor(colour), QColor(background->first)));
    }
    return best;
}

} // namespace

// Everything that can be read and every mark of a state, as it is painted on the screen, in the colours of usual
// desktops: also of one that changes while everything is shown.
class TestContrast : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void coloursAreMadeReadable_data();
    void coloursAreMadeReadable();
    void everythingCanBeRead_data();
    void everythingCanBeRead();

private:
    void look(const QString &where);
    void lookOnce(const QString &where);
    void judge(const QString &what, const QRect &part, double least);
    void labels();
    void lines();
    void buttons();
    void cells(const QAbstractItemView *view);

    std::unique_ptr<Desk> m_desk;
    QImage m_picture;
    QString m_where;
    QStringList m_unreadable;
    double m_worst = 21;
    QString m_worstName;
};

void TestContrast::initTestCase()
{
    // The desktop that the program is started in counts as much as one that it changes to.
    QApplication::setPalette(paletteOf(desktops[2]));
    m_desk = std::make_unique<Desk>();
    const QPalette atStart = QApplication::palette();
    QVERIFY(contrast(atStart.color(QPalette::PlaceholderText), atStart.color(QPalette::Base)) >= TextContrast);
    QVERIFY(contrast(atStart.color(QPalette::HighlightedText), atStart.color(QPalette::Highlight)) >= TextContrast);
    m_desk->start(u"mrossi"_s);
    QVERIFY(m_desk->signIn(u"lanyard"_s));
    m_desk->window().resize(1300, 900);
    m_desk->typeInto(u"City"_s, u"Torino"_s); // marks, buttons
    QTest::qWait(400);                        // a button to clear it fades in
}

void TestContrast::cleanupTestCase()
{
    m_desk.reset();
}

void TestContrast::coloursAreMadeReadable_data()
{
    QTest::addColumn<QColor>("wanted");
    QTest::addColumn<QColor>("background");
    QTest::newRow("grey on white") << QColor(0xA0, 0xA0, 0xA0) << QColor(Qt::white);
    QTest::newRow("grey on grey") << QColor(0x80, 0x80, 0x80) << QColor(0x80, 0x80, 0x80);
    QTest::newRow("black on black") << QColor(Qt::black) << QColor(Qt::black);
    QTest::newRow("red on red") << QColor(Qt::red) << QColor(0xD0, 0x20, 0x20);
    QTest::newRow("enough already") << QColor(0x20, 0x20, 0x20) << QColor(Qt::white);
}

void TestContrast::coloursAreMadeReadable()
{
    QFETCH(const QColor, wanted);
    QFETCH(const QColor, background);
    const QColor made = readable(wanted, background);
    QVERIFY(contrast(made, background) >= TextContrast);
    if (contrast(wanted, background) >= AimedContrast)
        QCOMPARE(made, wanted);
}

void TestContrast::everythingCanBeRead_data()
{
    QTest::addColumn<int>("desktop");
    // One after the other in one window: each row is a switch while everything is shown.
    for (int i = 0; i < static_cast<int>(std::size(desktops)); ++i)
        QTest::newRow(desktops[i].name) << i;
    QTest::newRow("and back to light") << 1;
}

void TestContrast::everythingCanBeRead()
{
    QFETCH(const int, desktop);
    m_unreadable.clear();
    m_worst = 21;
    const Message::Level levels[] = {Message::Level::Info, Message::Level::Warning, Message::Level::Error};
    Messages &messages = m_desk->window().messages();
    messages.show({.topic = Topic::Save,
                   .level = levels[desktop % 3],
                   .text = u"Something was said before the colours changed."_s,
                   .action = {u"Do it"_s, [] {}},
                   .stays = true});
    QApplication::setPalette(paletteOf(desktops[desktop]));
    m_desk->goTo(0);
    look(u"Profile"_s);
    for (const Message::Level level : levels) {
        messages.show({.topic = Topic::Save, .level = level, .text = u"Something happened."_s, .stays = true});
        look(u"Message %1"_s.arg(static_cast<int>(level)));
    }
    m_desk->goTo(1);
    look(u"API keys"_s);
    m_desk->find<QTableView>(u"API keys"_s)->selectAll();
    look(u"API keys, selected"_s);
    m_desk->goTo(2);
    look(u"Settings"_s);
    qInfo("%s: least contrast %.2f:1 (%s)", QTest::currentDataTag(), m_worst, qPrintable(m_worstName));
    QVERIFY2(m_unreadable.isEmpty(), qPrintable(m_unreadable.join(u'\n')));
}

void TestContrast::look(const QString &where)
{
    const QStringList before = m_unreadable;
    for (int again = 0; again < 3; ++again) { // what fades in is not there at once
        m_unreadable = before;
        lookOnce(where);
        if (m_unreadable == before)
            return;
        QTest::qWait(200);
    }
}

void TestContrast::lookOnce(const QString &where)
{
    QTest::qWait(50);
    m_where = where;
    m_picture = m_desk->window().grab().toImage().convertToFormat(QImage::Format_RGB32);
    labels();
    lines();
    buttons();
    const auto views = m_desk->window().findChildren<QAbstractItemView *>();
    for (QAbstractItemView *view : views) {
        if (view->isVisible() && !qobject_cast<QHeaderView *>(view))
            cells(view);
    }
}

void TestContrast::judge(const QString &what, const QRect &part, double least)
{
    const QRect seen = part & m_picture.rect();
    if (seen.width() < 6 || seen.height() < 6)
        return;
    const double ratio = measured(m_picture.copy(seen));
    if (ratio < m_worst) {
        m_worst = ratio;
        m_worstName = m_where + u": "_s + what;
    }
    if (ratio < least - 0.05) // of eight bits a channel
        m_unreadable << u"%1: %2 at %3:1"_s.arg(m_where, what).arg(ratio, 0, 'f', 2);
}

void TestContrast::labels()
{
    const auto all = m_desk->window().findChildren<QLabel *>();
    for (const QLabel *label : all) {
        const bool isMark = !label->pixmap(Qt::ReturnByValue).isNull();
        if (!label->isVisible() || !label->isEnabled() || label->visibleRegion().isEmpty() ||
            (!isMark && label->text().trimmed().isEmpty()) || (isMark && label->width() > 40))
            continue;
        const QRect seen = label->visibleRegion().boundingRect();
        judge(isMark ? u"mark"_s : label->text().left(40),
              QRect(label->mapTo(&m_desk->window(), seen.topLeft()), seen.size()),
              isMark ? MarkContrast : TextContrast);
    }
}

void TestContrast::lines()
{
    const auto all = m_desk->window().findChildren<QLineEdit *>();
    for (const QLineEdit *line : all) {
        if (!line->isVisible() || !line->isEnabled() || line->visibleRegion().isEmpty() ||
            (line->text().isEmpty() && line->placeholderText().isEmpty()))
            continue;
        const QRect seen = line->visibleRegion().boundingRect().adjusted(6, 5, -6, -5); // without the frame
        judge(u"line “%1%2”"_s.arg(line->text(), line->placeholderText()),
              QRect(line->mapTo(&m_desk->window(), seen.topLeft()), seen.size()), TextContrast);
    }
}

void TestContrast::buttons()
{
    const auto all = m_desk->window().findChildren<QAbstractButton *>();
    for (const QAbstractButton *button : all) {
        if (!button->isVisible() || !button->isEnabled() || button->visibleRegion().isEmpty() ||
            (button->text().isEmpty() && button->icon().isNull()))
            continue;
        const bool isText = qobject_cast<const QPushButton *>(button) && !button->text().isEmpty();
        const QRect seen = button->visibleRegion().boundingRect().adjusted(5, 5, -5, -5);
        judge(u"button “%1” (%2)"_s.arg(Desk::nameOf(button),
                                        QLatin1StringView(button->parent()->metaObject()->className())),
              QRect(button->mapTo(&m_desk->window(), seen.topLeft()), seen.size()),
              isText ? TextContrast : MarkContrast);
    }
}

void TestContrast::cells(const QAbstractItemView *view)
{
    const QAbstractItemModel *model = view->model();
    const QModelIndex root = view->rootIndex();
    for (int row = 0; row < model->rowCount(root); ++row) {
        for (int column = 0; column < model->columnCount(root); ++column) {
            const QModelIndex index = model->index(row, column, root);
            const QRect rect = view->visualRect(index) & view->viewport()->rect();
            const QString text = index.data(Qt::DisplayRole).toString();
            if (rect.isEmpty() || text.isEmpty() || !(index.flags() & Qt::ItemIsEnabled))
                continue;
            const bool selected = view->selectionModel()->isSelected(index);
            judge(u"%1 “%2”"_s.arg(selected ? u"selected"_s : u"cell"_s, text.left(30)),
                  QRect(view->viewport()->mapTo(&m_desk->window(), rect.topLeft()), rect.size()), TextContrast);
        }
    }
}

} // namespace lanyard::testing

QTEST_MAIN(lanyard::testing::TestContrast)

#include "tst_contrast.moc"
