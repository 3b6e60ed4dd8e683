#include "ui/account/conflicttable.h"

#include "core/document/merge.h"
#include "core/models/documentedits.h"
#include "core/models/placepictures.h"
#include "core/models/placeproblem.h"
#include "ui/common/currentrow.h"
#include "ui/look/characterwidth.h"
#include "ui/look/icons.h"

#include <QHeaderView>
#include <QResizeEvent>
#include <QShortcut>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

constexpr int StackedBelow = 64; // characters: the field and three values of a few words

} // namespace

ConflictTexts conflictTexts(const Conflict &conflict, const DocumentEdits &user)
{
    const User &base = user.base();
    const auto theirs = [&base](const Path &path) { return base.valueAt(path); };
    const auto changeAt = [&conflict](const Path &path) {
        return std::find_if(conflict.mine.begin(), conflict.mine.end(),
                            [&path](const Change &change) { return change.path == path; });
    };
    // What was typed since the save began would be saved.
    const auto mine = [&](const Path &path) {
        const auto found = changeAt(path);
        return found == conflict.mine.end() || user.isEdited(path) ? user.value(path) : found->value;
    };
    const auto before = [&](const Path &path) {
        const auto found = changeAt(path);
        return found == conflict.mine.end() || !found->before ? theirs(path) : *found->before;
    };
    const Path field = placeOf(conflict.path());
    const QStringList texts = placeTexts(field, base, {mine, theirs, before}, user.hidden());
    return {editedPlaceLabel(field, user), texts.at(0), texts.at(1), texts.at(2),
            placePictures(field, {mine, theirs, before})};
}

ConflictTable::ConflictTable(QList<ConflictTexts> conflicts)
    : TextTable(tr("Changed by both"), {tr("Field"), tr("Yours"), tr("Theirs"), tr("Before")}),
      m_conflicts(std::move(conflicts)), m_decisions(m_conflicts.size())
{
    fill();
    connect(this, &QTableWidget::cellClicked, this, &ConflictTable::press);
    auto *key = new QShortcut(Qt::Key_Space, this, nullptr, nullptr, Qt::WidgetShortcut);
    connect(key, &QShortcut::activated, this, [this] { press(currentRow(), currentColumn()); });
}

QString ConflictTable::textOf(int conflict, int part) const
{
    const ConflictTexts &texts = m_conflicts.at(conflict);
    switch (part) {
    case Yours:
        return m_isStacked ? tr("Yours: %1").arg(texts.mine) : texts.mine;
    case Theirs:
        return m_isStacked ? tr("Theirs: %1").arg(texts.theirs) : texts.theirs;
    case Before:
        return m_isStacked ? tr("Before: %1").arg(texts.before) : texts.before;
    default:
        return texts.label;
    }
}

void ConflictTable::fill()
{
    QList<Row> rows;
    for (int conflict = 0; conflict < count(); ++conflict) {
        QStringList texts;
        for (int part = Field; part < PartCount; ++part)
            texts << textOf(conflict, part);
        if (!m_isStacked)
            rows.append({QString::number(conflict), texts});
        for (int part = Field; m_isStacked && part < PartCount; ++part)
            rows.append({u"%1/%2"_s.arg(conflict).arg(part), {texts.at(part)}});
    }
    setRows(rows);
    for (int conflict = 0; conflict < count(); ++conflict) {
        QFont font = this->font();
        font.setBold(m_isStacked);
        cell(conflict, Field)->setFont(font);
        const QList<QImage> &pictures = m_conflicts.at(conflict).pictures;
        for (int part = Yours; part < PartCount && !pictures.isEmpty(); ++part)
            showPicture(*cell(conflict, part), pictures.at(part - Yours));
        const ConflictTexts &texts = m_conflicts.at(conflict);
        cell(conflict, Before)->setData(Qt::AccessibleTextRole, tr("Before: %1").arg(texts.before));
        showDecision(conflict);
    }
}

// By the width of the whole, which does not depend on how tall the rows are.
void ConflictTable::resizeEvent(QResizeEvent *event)
{
    const bool isStacked = width() < characterWidth(fontMetrics()) * StackedBelow;
    if (m_isStacked != isStacked) {
        const int conflict = selectedConflict();
        const int part = m_isStacked ? selectedRow() % PartCount : currentColumn();
        m_isStacked = isStacked;
        horizontalHeader()->setVisible(!m_isStacked);
        for (int column = Yours; column < PartCount; ++column)
            setColumnHidden(column, m_isStacked);
        fill();
        choosePart(conflict, part);
    }
    TextTable::resizeEvent(event);
}

QTableWidgetItem *ConflictTable::cell(int conflict, int part) const
{
    return m_isStacked ? item(conflict * PartCount + part, 0) : item(conflict, part);
}

int ConflictTable::selectedConflict() const
{
    return m_isStacked && selectedRow() >= 0 ? selectedRow() / PartCount : selectedRow();
}

void ConflictTable::choose(int conflict)
{
    chooseRow(m_isStacked && conflict >= 0 ? conflict * PartCount : conflict);
}

void ConflictTable::choosePart(int conflict, int part)
{
    if (conflict < 0)
        return selectionModel()->clear();
    selectionModel()->setCurrentIndex(indexFromItem(cell(conflict, qMax<int>(part, Field))),
                                      QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

// A cell is chosen as a radio button is; the others say nothing.
void ConflictTable::press(int row, int column)
{
    const int part = m_isStacked ? row % PartCount : column;
    if (row < 0 || (part != Yours && part != Theirs))
        return;
    Q_EMIT chosen(m_isStacked ? row / PartCount : row, part == Yours);
}

void ConflictTable::decide(int conflict, bool mine)
{
    m_decisions[conflict] = mine;
    showDecision(conflict);
}

void ConflictTable::showDecision(int conflict)
{
    const std::optional<bool> mine = m_decisions.at(conflict);
    const ConflictTexts &texts = m_conflicts.at(conflict);
    for (const Part part : {Yours, Theirs}) {
        const bool isChosen = mine && *mine == (part == Yours);
        QTableWidgetItem *item = cell(conflict, part);
        item->setIcon(icon(isChosen ? "chosen"_L1 : "choice"_L1));
        // The mark in words, and whose it is; of which field it is says the first cell, which is read with the row.
        const QString value = part == Yours ? tr("Yours: %1").arg(texts.mine) : tr("Theirs: %1").arg(texts.theirs);
        item->setData(Qt::AccessibleTextRole, isChosen ? tr("%1, chosen").arg(value)
                                              : mine   ? value
                                                       : tr("%1, not decided").arg(value));
        tellRenamed(*this, indexFromItem(item));
    }
}

} // namespace lanyard

#include "moc_conflicttable.cpp"
