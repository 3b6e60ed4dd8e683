#include "ui/look/pageheader.h"

#include "ui/look/plainlabel.h"
#include "ui/look/spacing.h"

#include <QVBoxLayout>

namespace lanyard {

namespace {

constexpr double TitleScale = 1.5;

} // namespace

PageHeader::PageHeader(const QString &title, const QString &line, QWidget *parent)
    : QWidget(parent), m_title(new Heading(title, TitleScale)), m_line(new PlainLabel)
{
    m_title->setWordWrap(true);
    m_line->setWordWrap(true);
    makeQuiet(*m_line);
    auto *layout = new QVBoxLayout(this);
    setSpaces(*layout, Space::Hair);
    layout->addWidget(m_title);
    layout->addWidget(m_line);
    setLine(line);
}

void PageHeader::setLow(bool isLow)
{
    QFont font = m_title->font();
    font.setPointSizeF(this->font().pointSizeF() * (isLow ? 1 : TitleScale));
    m_title->setFont(font);
    auto *parts = static_cast<QBoxLayout *>(layout());
    parts->setDirection(isLow ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    parts->setSpacing(space(isLow ? Space::Medium : Space::Hair));
    parts->setStretchFactor(m_line, isLow ? 1 : 0);
    m_title->setWordWrap(!isLow);
}

void PageHeader::setLine(const QString &line)
{
    m_line->setText(line);
    m_line->setVisible(!line.isEmpty());
}

void makeQuiet(PlainLabel &label, bool isQuiet)
{
    label.setForegroundRole(isQuiet ? QPalette::PlaceholderText : QPalette::NoRole);
}

} // namespace lanyard

#include "moc_pageheader.cpp"
