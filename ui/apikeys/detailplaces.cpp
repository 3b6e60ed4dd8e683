// Where the values stand in the details of a key.
#include "core/models/apikeysmodel.h"
#include "ui/apikeys/keydetails.h"
#include "ui/apikeys/valuelabel.h"
#include "ui/apikeys/valuesarea.h"
#include "ui/look/characterwidth.h"
#include "ui/look/icons.h"
#include "ui/look/spacing.h"

#include <QGridLayout>
#include <QStyle>
#include <QToolButton>

#include <utility>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

constexpr int MomentInCharacters = 48;
constexpr int FewestInCharacters = 20;

// What may be long has a line of its own.
bool isWide(int column)
{
    return column == ApiKeysModel::Description || column == ApiKeysModel::Name;
}

} // namespace

QToolButton *KeyDetails::newCopyButton()
{
    QToolButton *copy = newButton();
    copy->setText(tr("Copy c&lient secret"));
    copy->setToolTip(tr("Copy client secret"));
    copy->setIcon(icon("copy"_L1));
    connect(copy, &QToolButton::clicked, this, &KeyDetails::copyClientSecretRequested);
    return copy;
}

// The text at the beginning of the cell, though it reads from left to right in every window. Behind it what acts on it:
// as it has room for all of a secret, nothing moves when that is revealed.
QWidget *KeyDetails::cellOf(PlainLabel *text, const QList<QToolButton *> &buttons)
{
    text->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    text->setLayoutDirection(Qt::LeftToRight);
    auto *cell = new QWidget(m_values);
    auto *row = new QHBoxLayout(cell);
    setSpaces(*row, Space::Small);
    row->addWidget(text);
    for (QToolButton *button : buttons)
        row->addWidget(button);
    row->addStretch(1);
    return cell;
}

QToolButton *KeyDetails::newButton()
{
    auto *button = new QToolButton(this);
    button->setIconSize(QSize(iconSide(), iconSide()));
    button->setMinimumSize(targetSide(), targetSide());
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

void KeyDetails::refreshReveal()
{
    const bool isRevealed = m_model.isRevealed(m_row, ApiKeysModel::ClientSecret);
    const QString name = isRevealed ? tr("Hide client secret") : tr("Reveal client secret");
    const QString why = m_isPresenting ? tr("Presentation mode is on: nothing can be revealed.") : QString();
    m_reveal->setEnabled(!m_isPresenting);
    m_reveal->setToolTip(why.isEmpty() ? name : why);
    m_reveal->setAccessibleDescription(why);
    if (m_reveal->accessibleName() == name) // each time it is set, it is told
        return;
    m_reveal->setIcon(icon(isRevealed ? "hide"_L1 : "reveal"_L1));
    m_reveal->setText(isRevealed ? tr("Hide clie&nt secret") : tr("Reveal clie&nt secret"));
    m_reveal->setAccessibleName(name);
}

void KeyDetails::setPresentationMode(bool on)
{
    m_isPresenting = on;
    refreshReveal();
}

// By the width alone, so that each key has its values at the same places: two if a moment, the longest of the usual
// values, fits in one line beside another; none if not even a name and a few letters do.
int KeyDetails::columnsThatFit() const
{
    int name = 0;
    for (const Value &value : std::as_const(m_all))
        name = qMax(name, value.label->sizeHint().width());
    const auto wanted = [this, name](int columns, int characters) {
        return columns * (name + characterWidth(fontMetrics()) * characters) +
               (2 * columns - 1) * m_grid->horizontalSpacing();
    };
    const int bar = style()->pixelMetric(QStyle::PM_ScrollBarExtent, nullptr, m_area);
    const int room = width() - 2 * space(Space::Large) - bar;
    if (wanted(2, MomentInCharacters) <= room)
        return 2;
    return wanted(1, FewestInCharacters) <= room ? 1 : 0;
}

void KeyDetails::place()
{
    const int columns = columnsThatFit();
    if (columns == std::exchange(m_columns, columns))
        return;
    int next = 0;
    for (const Value &value : std::as_const(m_all)) {
        m_grid->removeWidget(value.label);
        m_grid->removeWidget(value.cell);
        if (value.cell->isHidden())
            continue;
        const bool spans = isWide(value.column);
        if (spans && columns > 1 && next % columns > 0)
            ++next;
        if (columns == 0) {
            m_grid->addWidget(value.label, 2 * next, 0);
            m_grid->addWidget(value.cell, 2 * next + 1, 0);
        } else {
            const int row = next / columns;
            const int column = 2 * (next % columns);
            m_grid->addWidget(value.label, row, column, spans ? Qt::AlignTop : Qt::AlignVCenter);
            m_grid->addWidget(value.cell, row, column + 1, 1, spans && columns > 1 ? 3 : 1);
        }
        ++next;
    }
    m_grid->setColumnStretch(0, columns == 0 ? 1 : 0);
    m_grid->setColumnStretch(1, columns > 0 ? 1 : 0);
    m_grid->setColumnStretch(3, columns > 1 ? 1 : 0);
}

void KeyDetails::resizeEvent(QResizeEvent *event)
{
    Card::resizeEvent(event);
    place();
}

} // namespace lanyard
