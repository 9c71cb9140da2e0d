/**
 * Ways in which code in a web page can talk to another machine. Each runs inside the page and is on its own there:
 * nothing from outside its body can be used. That it returns says nothing; a listener tells whether it got out.
 */
export const escapes: Readonly<Record<string, (url: string) => unknown>> = {
  fetch: (url) => fetch(url, { mode: 'no-cors' }).then(() => 'sent', String),
  XMLHttpRequest: (url) => {
    const request = new XMLHttpRequest();
    request.open('GET', url);
    request.send();
  },
  WebSocket: (url) => new WebSocket(url.replace('http', 'ws')).url,
  EventSource: (url) => new EventSource(url).url,
  sendBeacon: (url) => navigator.sendBeacon(url, 'data'),
  image: (url) => { new Image().src = url; },
  script: (url) => document.head.append(Object.assign(document.createElement('script'), { src: url })),
  'style sheet': (url) => document.head.append(Object.assign(document.createElement('link'), { rel: 'stylesheet', href: url })),
  prefetch: (url) => document.head.append(Object.assign(document.createElement('link'), { rel: 'prefetch', href: url })),
  background: (url) => { document.body.style.backgroundImage = `url(${url})`; },
  font: (url) => new FontFace('stolen', `url(${url})`).load().then(() => 'sent', String),
  video: (url) => document.body.append(Object.assign(document.createElement('video'), { src: url })),
  frame: (url) => document.body.append(Object.assign(document.createElement('iframe'), { src: url })),
  object: (url) => document.body.append(Object.assign(document.createElement('object'), { data: url })),
  worker: (url) => new Worker(URL.createObjectURL(new Blob([`fetch(${JSON.stringify(url)})`]))).postMessage(''),
  'new window': (url) => window.open(url)?.closed,
  'form post': (url) => {
    const form = Object.assign(document.createElement('form'), { method: 'post', action: url });
    form.append(Object.assign(document.createElement('input'), { name: 'data', value: '1' }));
    document.body.append(form);
    form.submit();
  },
  // The last: what is shown is gone where it succeeds.
  navigation: (url) => { location.href = url; },
};
