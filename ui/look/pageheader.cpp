#include "ui/look/pageheader.h"

#include "ui/look/plainlabel.h"
#include "ui/look/spacing.h"

#include <QVBoxLayout>

namespace lanyard {

namespace {

constexpr double TitleScale = 1.5;

} // namespace

PageHeader::PageHeader(const QString &title, const QString &line, QWidget *parent)
    : QWidget(parent), m_line(new PlainLabel)
{
    auto *heading = new Heading(title, TitleScale);
    heading->setWordWrap(true);
    m_line->setWordWrap(true);
    makeQuiet(*m_line);
    auto *layout = new QVBoxLayout(this);
    setSpaces(*layout, Space::Hair);
    layout->addWidget(heading);
    layout->addWidget(m_line);
    setLine(line);
}

void PageHeader::setLine(const QString &line)
{
    m_line->setText(line);
    m_line->setVisible(!line.isEmpty());
}

void makeQuiet(PlainLabel &label)
{
    label.setForegroundRole(QPalette::PlaceholderText);
}

} // namespace lanyard

#include "moc_pageheader.cpp"
