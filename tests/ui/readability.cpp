#include "tests/ui/readability.h"

#include "tests/ui/appfixture.h"
#include "tests/ui/edges.h"
#include "ui/look/contrast.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QStyleOptionButton>
#include <QStyleOptionComboBox>
#include <QTabBar>

#include <map>

using namespace Qt::StringLiterals;

namespace lanyard::testing {

namespace {

// The contrast of what is drawn there: between the most frequent colour and the third of the pixels that differ most
// from it (the edges of letters are mixed, and what stands behind them can be a gradient).
double measured(const QImage &image)
{
    std::map<QRgb, int> counts;
    for (int y = 0; y < image.height(); ++y) {
        const auto *pixel = reinterpret_cast<const QRgb *>(image.constScanLine(y));
        for (const QRgb *const end = pixel + image.width(); pixel < end;) { // most have the colour of their neighbour
            const QRgb *const other = std::find_if(pixel, end, [pixel](QRgb colour) { return colour != *pixel; });
            counts[*pixel | 0xFF000000] += static_cast<int>(other - pixel);
            pixel = other;
        }
    }
    const auto background = std::max_element(counts.begin(), counts.end(),
                                             [](const auto &a, const auto &b) { return a.second < b.second; });
    std::map<double, int, std::greater<>> ratios;
    for (const auto &[colour, count] : counts)
        ratios[contrast(QColor(colour), QColor(background->first))] += count;
    int pixels = 0;
    for (const auto &[ratio, count] : ratios) {
        pixels += count;
        if (pixels >= 3)
            return ratio;
    }
    return 1;
}

// An account is shown in two lines of several colours, with what it needs at the end of the second one.
QList<QRect> partsOf(const QAbstractItemView &view, const QRect &cell, const QString &text)
{
    if (view.accessibleName() != "Accounts"_L1)
        return {cell};
    QRect upper = cell;
    upper.setHeight(cell.height() / 2);
    const QRect lower(cell.left(), upper.bottom() + 1, cell.width(), cell.bottom() - upper.bottom());
    const bool isWide = cell.width() > view.fontMetrics().averageCharWidth() * 50;
    if (!isWide || !text.contains(u'('))
        return {upper, lower};
    QList<QRect> parts{upper, QRect(lower.left(), lower.top(), lower.width() / 3, lower.height()),
                       QRect(lower.right() - lower.width() / 6, lower.top(), lower.width() / 6, lower.height())};
    if (view.isRightToLeft()) {
        for (QRect &part : parts)
            part.moveLeft(cell.left() + cell.right() - part.right());
    }
    return parts;
}

// Where its lines are, from the first to the last.
QRect linesOf(const QPlainTextEdit &edit)
{
    QTextCursor last = edit.textCursor();
    const QString text = edit.toPlainText();
    const auto isText = [](QChar c) { return !c.isSpace(); };
    last.setPosition(static_cast<int>(std::find_if(text.rbegin(), text.rend(), isText).base() - text.begin()));
    const QRect begin = edit.cursorRect(QTextCursor(edit.document()));
    const QRect lines = begin.united(edit.cursorRect(last));
    return {0, lines.top(), edit.viewport()->width(), lines.height()};
}

// The button that clears a line, while the line is empty.
bool isFadedOut(const QAbstractButton &button)
{
    const auto *line = qobject_cast<const QLineEdit *>(button.parentWidget());
    return line && button.inherits("QLineEditIconButton") && line->text().isEmpty();
}

} // namespace

QStringList Readability::look(QWidget &window, const QString &where)
{
    m_window = &window;
    m_found.clear();
    m_where = where;
    m_picture = m_window->grab().toImage().convertToFormat(QImage::Format_RGB32);
    labels();
    lines();
    buttons();
    boxes();
    tabs();
    texts();
    entries();
    headers();
    edges();
    const auto views = m_window->findChildren<QAbstractItemView *>();
    for (QAbstractItemView *view : views) {
        if (view->isVisible() && view->isEnabled() && view->window() == m_window && !qobject_cast<QHeaderView *>(view))
            cells(view);
    }
    return m_found;
}

QString Readability::worst() const
{
    return u"%1:1 (%2)"_s.arg(m_worst, 0, 'f', 2).arg(m_worstName);
}

QRect Readability::inWindow(const QWidget *widget, const QRect &part) const
{
    const QRect seen = part & widget->visibleRegion().boundingRect();
    return {widget->mapTo(m_window, seen.topLeft()), seen.size()};
}

// Without what only shows where one is.
void Readability::boxes()
{
    const auto all = m_window->findChildren<QComboBox *>();
    for (const QComboBox *box : all) {
        if (!box->isVisible() || !box->isEnabled() || box->isEditable() || box->currentText().isEmpty())
            continue;
        QStyleOptionComboBox option;
        option.initFrom(box);
        const QRect text =
            box->style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, box);
        judge(u"choice “%1”"_s.arg(box->currentText()), inWindow(box, text), TextContrast);
    }
    const auto bars = m_window->findChildren<QProgressBar *>();
    for (const QProgressBar *bar : bars) {
        if (bar->isVisible())
            judge(u"progress"_s, inWindow(bar, bar->rect()), MarkContrast);
    }
}

void Readability::tabs()
{
    const auto all = m_window->findChildren<QTabBar *>();
    for (const QTabBar *bar : all) {
        const bool isInSight = bar->visibleRegion().boundingRect().height() > bar->height() / 2;
        for (int tab = 0; isInSight && bar->isEnabled() && tab < bar->count(); ++tab)
            judge(u"tab “%1”"_s.arg(bar->tabText(tab)), inWindow(bar, bar->tabRect(tab).adjusted(6, 6, -6, -6)),
                  TextContrast);
    }
}

void Readability::texts()
{
    const auto all = m_window->findChildren<QPlainTextEdit *>();
    for (const QPlainTextEdit *edit : all) {
        const QRect lines = linesOf(*edit);
        const int seen = (lines & edit->viewport()->visibleRegion().boundingRect()).height();
        const bool isLineSeen = seen > edit->fontMetrics().lineSpacing() * 3 / 4; // not scrolled nearly out of sight
        if (edit->isVisible() && edit->isEnabled() && !edit->toPlainText().trimmed().isEmpty() && isLineSeen)
            judge(u"text “%1”"_s.arg(edit->toPlainText().left(20)), inWindow(edit->viewport(), lines), TextContrast);
    }
    const auto menus = m_window->findChildren<QMenuBar *>();
    for (const QMenuBar *bar : menus) {
        const auto actions = bar->actions();
        for (QAction *action : actions) {
            if (bar->isVisible() && action->isVisible())
                judge(u"menu “%1”"_s.arg(action->text()), inWindow(bar, bar->actionGeometry(action)), TextContrast);
        }
    }
}

// Of a menu.
void Readability::entries()
{
    const auto *menu = qobject_cast<const QMenu *>(m_window);
    if (!menu)
        return;
    for (QAction *action : menu->actions()) {
        if (action->isVisible() && action->isEnabled() && !action->isSeparator())
            judge(u"entry “%1”"_s.arg(action->text()), menu->actionGeometry(action), TextContrast);
    }
}

void Readability::headers()
{
    const auto all = m_window->findChildren<QHeaderView *>();
    for (const QHeaderView *header : all) {
        const bool isHorizontal = header->orientation() == Qt::Horizontal;
        for (int section = 0; header->isVisible() && isHorizontal && section < header->count(); ++section) {
            const QString text = header->model()->headerData(section, Qt::Horizontal).toString();
            const QRect part(header->sectionViewportPosition(section), 0, header->sectionSize(section),
                             header->height());
            if (!text.isEmpty() && !header->isSectionHidden(section))
                judge(u"heading “%1”"_s.arg(text), inWindow(header->viewport(), part.adjusted(4, 4, -4, -4)),
                      TextContrast);
        }
    }
}

void Readability::judge(const QString &what, const QRect &part, double least)
{
    const qreal scale = m_picture.devicePixelRatio();
    const QRect seen = QRect(part.topLeft() * scale, part.size() * scale) & m_picture.rect();
    if (seen.width() < 6 || seen.height() < 6)
        return;
    const double ratio = measured(m_picture.copy(seen));
    if (ratio < m_worst) {
        m_worst = ratio;
        m_worstName = m_where + u": "_s + what;
    }
    if (ratio < least - 0.05) // of eight bits a channel
        m_found << u"%1: %2 at %3:1 (%4×%5 pixels)"_s.arg(m_where, what)
                       .arg(ratio, 0, 'f', 2)
                       .arg(seen.width())
                       .arg(seen.height());
}

// Not counted among the least contrast of what is read: three to one is enough.
void Readability::edges()
{
    const QList<Edge> all = edgesIn(*m_window, m_picture);
    for (const Edge &edge : all) {
        if (edge.contrast < MarkContrast - 0.05)
            m_found << u"%1: %2 at %3:1"_s.arg(m_where, edge.what).arg(edge.contrast, 0, 'f', 2);
    }
}

void Readability::labels()
{
    const auto all = m_window->findChildren<QLabel *>();
    for (const QLabel *label : all) {
        const bool isMark = !label->pixmap(Qt::ReturnByValue).isNull();
        if (!label->isVisible() || label->window() != m_window || !label->isEnabled() ||
            label->visibleRegion().isEmpty() || (!isMark && label->text().trimmed().isEmpty()) ||
            (isMark && label->width() > 40))
            continue;
        const QRect seen = label->visibleRegion().boundingRect();
        const int whole = isMark ? label->height() : label->fontMetrics().height();
        if (seen.height() < whole * 3 / 4) // scrolled half out of sight
            continue;
        judge(isMark ? u"mark"_s : label->text().left(40), QRect(label->mapTo(m_window, seen.topLeft()), seen.size()),
              isMark ? MarkContrast : TextContrast);
    }
}

void Readability::lines()
{
    const auto all = m_window->findChildren<QLineEdit *>();
    for (const QLineEdit *line : all) {
        if (!line->isVisible() || line->window() != m_window || !line->isEnabled() || line->visibleRegion().isEmpty() ||
            (line->text().isEmpty() && line->placeholderText().isEmpty()))
            continue;
        const QRect seen = line->visibleRegion().boundingRect().adjusted(6, 5, -6, -5); // without the frame
        const int text = line->fontMetrics().height();
        if (seen.height() < text - 4 || seen.width() < qMin(line->width(), text) - 12) // scrolled half out of sight
            continue;
        judge(u"line “%1%2”"_s.arg(line->text(), line->placeholderText()),
              QRect(line->mapTo(m_window, seen.topLeft()), seen.size()), TextContrast);
    }
}

void Readability::buttons()
{
    const auto all = m_window->findChildren<QAbstractButton *>();
    for (const QAbstractButton *button : all) {
        if (!button->isVisible() || button->window() != m_window || !button->isEnabled() ||
            button->visibleRegion().isEmpty() || isFadedOut(*button) ||
            (button->text().isEmpty() && button->icon().isNull()))
            continue;
        const auto *check = qobject_cast<const QCheckBox *>(button);
        const bool isText = (check || qobject_cast<const QPushButton *>(button)) && !button->text().isEmpty();
        QRect seen = button->visibleRegion().boundingRect().adjusted(5, 5, -5, -5);
        if (seen.height() < button->height() / 2) // scrolled half out of sight
            continue;
        if (check) { // its text; the box is the style's own
            QStyleOptionButton option;
            option.initFrom(check);
            seen = check->style()->subElementRect(QStyle::SE_CheckBoxContents, &option, check) &
                   check->visibleRegion().boundingRect();
        }
        judge(u"button “%1” (%2)"_s.arg(AppFixture::nameOf(button),
                                        QLatin1StringView(button->parent()->metaObject()->className())),
              QRect(button->mapTo(m_window, seen.topLeft()), seen.size()), isText ? TextContrast : MarkContrast);
    }
}

void Readability::cells(const QAbstractItemView *view)
{
    const QAbstractItemModel *model = view->model();
    const QModelIndex root = view->rootIndex();
    for (int row = 0; row < model->rowCount(root); ++row) {
        for (int column = 0; column < model->columnCount(root); ++column) {
            const QModelIndex index = model->index(row, column, root);
            const QRect whole = view->visualRect(index);
            const QRect rect = whole & view->viewport()->visibleRegion().boundingRect(); // the page may be scrolled
            const QString text = index.data(Qt::DisplayRole).toString();
            if (rect.height() < whole.height() * 3 / 4 || rect.isEmpty() || text.isEmpty() ||
                !(index.flags() & Qt::ItemIsEnabled))
                continue;
            const bool selected = view->selectionModel()->isSelected(index);
            const QRect seen(view->viewport()->mapTo(m_window, rect.topLeft()), rect.size());
            for (const QRect &part : partsOf(*view, seen, text))
                judge(u"%1 “%2”"_s.arg(selected ? u"selected"_s : u"cell"_s, text.left(60)), part, TextContrast);
        }
    }
}

} // namespace lanyard::testing
