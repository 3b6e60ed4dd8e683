#include "ui/reviewdialog.h"

#include "core/models/editeduser.h"
#include "core/models/placetext.h"
#include "ui/common/icons.h"
#include "ui/common/texttable.h"

#include <QDialogButtonBox>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace lanyard {

ReviewDialog::ReviewDialog(EditedUser &user, QWidget *parent)
    : QDialog(parent), m_user(user), m_table(new TextTable(tr("Changes"), {tr("Field"), tr("Was"), tr("Will be")})),
      m_revert(new QPushButton(tr("&Revert this"))), m_save(new QPushButton(tr("&Save")))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Review changes"));
    m_revert->setIcon(icon("revert"_L1));
    m_revert->setAutoDefault(false);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    buttons->addButton(m_revert, QDialogButtonBox::ActionRole);
    buttons->addButton(m_save, QDialogButtonBox::AcceptRole);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(12);
    layout->addWidget(m_table, 1);
    layout->addWidget(buttons);
    resize(640, 340);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        accept();
        Q_EMIT saveRequested();
    });
    connect(m_revert, &QPushButton::clicked, this, &ReviewDialog::revertCurrent);
    connect(&m_user, &EditedUser::changed, this, &ReviewDialog::fill);
    connect(&m_user, &EditedUser::reloaded, this, &ReviewDialog::fill);
    fill();
    m_save->setDefault(true);
    m_table->setFocus();
}

void ReviewDialog::fill()
{
    const int current = m_table->currentRow();
    const User &base = m_user.base();
    m_places = m_user.changedPlaces();
    m_table->setRowCount(0);
    for (const Path &place : std::as_const(m_places)) {
        const auto was = [&base](const Path &path) { return valueAt(base.document(), path); };
        const auto willBe = [this](const Path &path) { return m_user.value(path); };
        m_table->addRow({placeLabel(place, base), placeText(place, base, was), placeText(place, base, willBe)});
    }
    m_table->selectRow(qMin(qMax(0, current), m_table->rowCount() - 1));
    m_revert->setEnabled(!m_places.isEmpty());
    m_save->setEnabled(!m_places.isEmpty());
}

void ReviewDialog::revertCurrent()
{
    const int row = m_table->currentRow();
    if (row >= 0 && row < m_places.size())
        m_user.revert(m_places.at(row));
}

} // namespace lanyard

#include "moc_reviewdialog.cpp"
