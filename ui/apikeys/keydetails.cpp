#include "ui/apikeys/keydetails.h"

#include "core/base/text.h"
#include "core/models/apikeysmodel.h"
#include "ui/apikeys/keystate.h"
#include "ui/apikeys/valuelabel.h"
#include "ui/apikeys/valuesarea.h"
#include "ui/common/pagearea.h"
#include "ui/look/breaks.h"
#include "ui/look/fixedfont.h"
#include "ui/look/pageheader.h"
#include "ui/look/spacing.h"
#include "ui/look/tonedlabel.h"

#include <QEvent>
#include <QGridLayout>
#include <QScrollBar>
#include <QToolButton>

#include <utility>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

constexpr double NameScale = 1.15;
constexpr qsizetype HeadingLength = 160; // of a name: what is longer stands below too, where it can be scrolled
constexpr qsizetype LongWord = 16;       // characters
constexpr qsizetype SecretStart = 12;    // in the letters of one width, which are wider; a masked one is not longer

bool isSecret(int column)
{
    return column == ApiKeysModel::Key || column == ApiKeysModel::ClientSecret;
}

bool readsLeftToRight(int column)
{
    return isSecret(column) || column == ApiKeysModel::Owner;
}

// A secret has a place to break at each further character, so that it fills its lines.
QString inLines(const QString &text, bool isSecret = false)
{
    return isSecret ? breakable(text, SecretStart, 1) : breakable(text, LongWord, LongWord);
}

} // namespace

KeyDetails::KeyDetails(const ApiKeysModel &model, QWidget *parent)
    : Card(parent), m_model(model), m_name(new Heading({}, NameScale)), m_mark(new TonedLabel),
      m_status(new TonedLabel), m_inUse(new PlainLabel(tr("This sign-in uses this key."))), m_values(new QWidget),
      m_grid(new QGridLayout(m_values)), m_reveal(newButton())
{
    addValue(ApiKeysModel::Name, tr("Name"));
    addValue(ApiKeysModel::Key, tr("Key"));
    addValue(ApiKeysModel::ClientSecret, tr("Client secret"));
    addValue(ApiKeysModel::Permissions, tr("Permissions"));
    addValue(ApiKeysModel::Expires, tr("Expires"));
    addValue(ApiKeysModel::Created, tr("Created"));
    addValue(ApiKeysModel::Owner, tr("Owner"));
    addValue(ApiKeysModel::Description, tr("Description"));
    arrange();
    connect(m_reveal, &QToolButton::clicked, this, &KeyDetails::revealClientSecretRequested);
    connect(&model, &QAbstractItemModel::modelAboutToBeReset, this, [this] { m_row = -1; });
    connect(&model, &QAbstractItemModel::dataChanged, this, [this](const QModelIndex &first, const QModelIndex &last) {
        if (m_row >= first.row() && m_row <= last.row())
            refresh();
    });
    refresh();
}

// All of it scrolls: a key with a long name takes no more of the page than another.
void KeyDetails::arrange()
{
    m_name->setWordWrap(true);
    m_name->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_status->setWordWrap(true);
    m_status->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    makeQuiet(*m_inUse);
    m_inUse->setWordWrap(true);
    auto *status = new QHBoxLayout;
    setSpaces(*status, Space::Small);
    status->addWidget(m_mark, 0, Qt::AlignTop);
    status->addWidget(m_status, 1);
    setSpaces(*m_grid, Space::Small);
    m_grid->setHorizontalSpacing(space(Space::Medium));
    auto *content = new QWidget;
    auto *rows = new QVBoxLayout(content);
    setSpaces(*rows, Space::Medium);
    rows->addWidget(m_name);
    rows->addLayout(status);
    rows->addWidget(m_inUse);
    rows->addWidget(m_values);
    rows->addStretch(1);
    m_area = new ValuesArea(content);
    content->setAutoFillBackground(false);
    m_area->viewport()->setAutoFillBackground(false);
    auto *layout = new QVBoxLayout(this);
    setSpaces(*layout, Space::Large, Space::Medium);
    layout->addWidget(m_area);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
}

void KeyDetails::addValue(int column, const QString &label)
{
    auto *name = new PlainLabel(label, m_values);
    makeQuiet(*name);
    auto *text = new ValueLabel({}, m_values);
    text->setWordWrap(true);
    text->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    text->setSelectable(!isSecret(column));
    const QList<QToolButton *> buttons =
        column == ApiKeysModel::ClientSecret ? QList<QToolButton *>{m_reveal, newCopyButton()} : QList<QToolButton *>();
    m_all.append({column, name, text, readsLeftToRight(column) ? cellOf(text, buttons) : text});
}

void KeyDetails::showKey(int row)
{
    const int next = row < m_model.rowCount() ? row : -1;
    if (next != std::exchange(m_row, next))
        m_area->verticalScrollBar()->setValue(0);
    refresh();
}

void KeyDetails::refresh()
{
    m_name->setText(m_row < 0 ? tr("No key is selected.")
                              : inLines(visibleText(detail(ApiKeysModel::Name), false, HeadingLength)));
    setAccessibleName(withoutQuoteMarks(m_name->text())); // of the group: whoever comes into it hears whose key it is
    refreshStatus();
    refreshReveal();
    bool isOtherSet = false;
    for (const Value &value : std::as_const(m_all))
        isOtherSet = refreshValue(value) || isOtherSet;
    m_values->setVisible(m_row >= 0);
    setMaximumHeight(m_area->mostHeight() + 2 * space(Space::Large));
    if (isOtherSet)
        m_columns = -1;
    place();
    orderStops();
}

// A secret takes the focus only while it is revealed, and what takes none has no place in Qt's order.
void KeyDetails::orderStops()
{
    QWidget *last = m_name;
    for (const Value &value : std::as_const(m_all)) {
        QWidgetList stops{value.text};
        const auto buttons = value.cell->findChildren<QToolButton *>();
        for (QToolButton *button : buttons)
            stops << button;
        for (QWidget *stop : std::as_const(stops)) {
            if (stop->focusPolicy() != Qt::NoFocus)
                setTabOrder(std::exchange(last, stop), stop);
        }
    }
}

void KeyDetails::refreshStatus()
{
    const bool isKey = m_row >= 0;
    m_mark->setVisible(isKey);
    m_status->setVisible(isKey);
    m_inUse->setVisible(isKey && m_model.isInUse(m_row));
    if (!isKey)
        return;
    const QModelIndex index = m_model.index(m_row, ApiKeysModel::Status);
    const KeyMark mark = keyMark(static_cast<ApiKey::State>(index.data(ApiKeysModel::StateRole).toInt()));
    const QString status = index.data(ApiKeysModel::DetailRole).toString();
    m_mark->setIcon(mark.icon, mark.tone, index.data().toString());
    m_status->setTone(mark.tone);
    m_status->setText(inLines(status));
}

QString KeyDetails::detail(int column) const
{
    const QString text = m_row < 0 ? QString() : m_model.index(m_row, column).data(ApiKeysModel::DetailRole).toString();
    const bool areNeeded = isRightToLeft() || isReordered(text); // the marks, which may make a line higher
    return areNeeded ? text : withoutQuoteMarks(text);
}

// Whether it has appeared or disappeared.
bool KeyDetails::refreshValue(const Value &value)
{
    QString text = detail(value.column);
    if (value.column == ApiKeysModel::Name && text.size() <= HeadingLength)
        text.clear(); // it is whole above
    value.text->setText(inLines(text, isSecret(value.column)));
    // A screen reader meets the value by itself, too. So the other is not its label: it would be read before the name.
    value.text->setAccessibleName(
        tr("%1: %2", "a label and its value").arg(value.label->text(), withoutQuoteMarks(text)));
    if (isSecret(value.column)) {
        value.text->setFont(fixedFont());
        const bool isRevealed = m_model.isRevealed(m_row, value.column) && !text.isEmpty();
        if (isRevealed && !value.text->isReachable())
            bringIntoView(value.text); // who has asked for it sees it, in a small window too
        value.text->setReachable(isRevealed);
        value.text->setRoom(m_row < 0 ? 0
                                      : m_model.index(m_row, value.column).data(ApiKeysModel::SecretRoomRole).toInt());
    }
    const bool wasShown = !value.cell->isHidden();
    value.label->setVisible(!text.isEmpty());
    value.cell->setVisible(!text.isEmpty());
    return wasShown == text.isEmpty();
}

void KeyDetails::changeEvent(QEvent *event)
{
    Card::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::LayoutDirectionChange)
        refresh();
}

} // namespace lanyard

#include "moc_keydetails.cpp"
