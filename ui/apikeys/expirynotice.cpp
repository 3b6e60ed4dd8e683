#include "ui/apikeys/expirynotice.h"

#include "ui/look/spacing.h"
#include "ui/look/tonedlabel.h"

#include <QHBoxLayout>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace lanyard {

ExpiryNotice::ExpiryNotice(QWidget *parent) : QWidget(parent), m_text(new PlainLabel)
{
    auto *mark = new TonedLabel;
    mark->setIcon("expiring"_L1, Tone::Warning, tr("Warning"));
    m_text->setWordWrap(true);
    m_text->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    auto *show = new QPushButton(tr("Show e&xpiring keys"));
    show->setAutoDefault(false);
    auto *row = new QHBoxLayout(this);
    setSpaces(*row, Space::Small);
    row->addWidget(mark);
    row->addWidget(m_text, 1);
    row->addWidget(show);
    connect(show, &QPushButton::clicked, this, &ExpiryNotice::showRequested);
}

void ExpiryNotice::setText(const QString &text)
{
    m_text->setText(text);
}

} // namespace lanyard

#include "moc_expirynotice.cpp"
